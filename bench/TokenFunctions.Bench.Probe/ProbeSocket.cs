using System.Net.Sockets;
using System.Text;

namespace TokenFunctions.Bench.Probe;

/// <summary>A unix socket on which the process tells what it costs. Its one thread sleeps while nobody asks.</summary>
internal static class ProbeSocket
{
    // Asks for what lives, and not only for what lies there.
    private const byte Collect = (byte)'c';

    /// <summary>Listens, from now to the end of the process.</summary>
    public static void Open(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Serve(listener)) { IsBackground = true, Name = "probe" }.Start();
    }

    private static void Serve(Socket listener)
    {
        var question = new byte[1];
        while (true)
        {
            using var asked = listener.Accept();
            // One connection, one reading: so none is open while the process is looked at by the next one.
            if (asked.Receive(question) == 1) asked.Send(Encoding.ASCII.GetBytes(ProcessReading.Take(question[0] == Collect)));
        }
    }
}

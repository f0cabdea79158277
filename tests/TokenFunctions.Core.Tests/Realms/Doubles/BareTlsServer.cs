using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace TokenFunctions.Core.Tests.Realms.Doubles;

/// <summary>A provider that shows any certificate, also one that a web server would not take.</summary>
internal sealed class BareTlsServer : IDisposable
{
    private static readonly string Answer = $"HTTP/1.1 200 OK\r\nContent-Length: {Ask.Success.Length}\r\nConnection: close\r\n\r\n{Ask.Success}";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private int requests;

    private BareTlsServer(X509Certificate2 certificate) =>
        this.certificate = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many requests came through.</summary>
    public int Requests => Volatile.Read(ref requests);

    public static BareTlsServer Start(X509Certificate2 certificate)
    {
        var server = new BareTlsServer(certificate);
        server.listener.Start();
        _ = Task.Run(server.ServeAsync);
        return server;
    }

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true) await ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = new SslStream(connection.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            if (await stream.ReadAsync(new byte[4096]) == 0) return;
            Interlocked.Increment(ref requests);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer));
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client does not trust the certificate.
        }
    }
}

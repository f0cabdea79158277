using System.Text;
using TokenFunctions.Bill;

try
{
    return args switch
    {
        ["bom", var assets, var target, var file, .. var packs] => WriteBom(Shipment.Read(assets, target, packs), file),
        ["notices", var assets, var target, var file] => WriteNotices(Shipment.Read(assets, target, []), file),
        _ => Usage(),
    };
}
catch (BillException e)
{
    Console.Error.WriteLine($"error : {e.Message}");
    return 1;
}

static int WriteBom(Shipment shipment, string file)
{
    File.WriteAllBytes(file, Bom.Of(shipment));
    OwnNotices.Copy(shipment, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "notices"));
    return 0;
}

static int WriteNotices(Shipment shipment, string file)
{
    File.WriteAllText(file, NoticesFile.Of(shipment), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("bom ASSETS TARGET FILE [PACK-FOLDER]… | notices ASSETS TARGET FILE");
    return 2;
}

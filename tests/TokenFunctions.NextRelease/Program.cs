using TokenFunctions.Host;
using TokenFunctions.NextRelease;

return await Service.RunAsync(args, NextFormat.PutUnder);

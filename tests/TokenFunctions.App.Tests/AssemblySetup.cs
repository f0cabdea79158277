// Whole processes on two cores: one test at a time, and the search of the evidence last.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: TestCollectionOrderer("TokenFunctions.App.Tests.App.EvidenceLast", "TokenFunctions.App.Tests")]

// Whole processes on two cores: those that are many or under load one after the other, those that mostly wait beside
// them, and the search of the evidence last.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer("TokenFunctions.App.Tests.App.EvidenceLast", "TokenFunctions.App.Tests")]

namespace TokenFunctions.Core.Tests.Realms.Config.Faults;

/// <summary>Faults of <c>policy</c>.</summary>
internal sealed class PolicyFaults : FaultRows
{
    public PolicyFaults()
    {
        With(""" "policy":{"issue":"once"}""", "/config/policy/issue", "is `once`; use independent, stable or replaces");
        With(""" "policy":{"timeout_ms":99}""", "/config/policy/timeout_ms", "is 99; use a whole number from 100 to 120000");
        With(""" "policy":{"timeout_ms":120001}""", "/config/policy/timeout_ms", "is 120001; use a whole number from 100 to 120000");
        With(""" "policy":{"overlap_sec":-1}""", "/config/policy/overlap_sec", "is -1; use a whole number from 0 to 86400");
        With(""" "policy":{"overlap_sec":86401}""", "/config/policy/overlap_sec", "is 86401; use a whole number from 0 to 86400");
        With(""" "policy":{"refresh_before_sec":-1}""", "/config/policy/refresh_before_sec", "is -1; use a whole number from 0 to 31536000");
        With(""" "policy":{"refresh_before_sec":31536001}""", "/config/policy/refresh_before_sec", "is 31536001; use a whole number from 0 to 31536000");
        With(""" "policy":{"force_min_interval_sec":-1}""", "/config/policy/force_min_interval_sec", "is -1; use a whole number from 0 to 86400");
        With(""" "policy":{"force_min_interval_sec":86401}""", "/config/policy/force_min_interval_sec", "is 86401; use a whole number from 0 to 86400");
        With(""" "policy":{"timeout_ms":"10000"}""", "/config/policy/timeout_ms", "is a string; use a whole number from 100 to 120000");
        With(""" "policy":{"timeout_ms":100.5}""", "/config/policy/timeout_ms", "is 100.5; use a whole number from 100 to 120000");
        With(""" "policy":{"identity":"key_1"}""", "/config/policy/identity", "is a string; use an array");
        With(""" "policy":{"identity":["key_1","a b"]}""", "/config/policy/identity/1", "is `a b`; use a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)");
        With(""" "policy":{"identity":[1]}""", "/config/policy/identity/0", "is a number; use a secret field's name (a letter or '_', then letters, digits, '_' or '-', at most 128 in all)");
        With(""" "policy":{"timeout":10000}""", "/config/policy/timeout", "is not known; the nearest known name is `timeout_ms`");
        With(""" "policy":{"force_issue":"once"}""", "/config/policy/force_issue", "is `once`; use independent, stable or replaces");
        With(""" "policy":{"min_interval_sec":86401}""", "/config/policy/min_interval_sec", "is 86401; use a whole number from 0 to 86400");
        With(""" "policy":{"concurrency":0}""", "/config/policy/concurrency", "is 0; use a whole number from 1 to 1000");
        With(""" "policy":{"safe_to_repeat":1}""", "/config/policy/safe_to_repeat", "is a number; use true or false");
        With(""" "policy":{"allow_unfenced":"x"}""", "/config/policy/allow_unfenced", "is a string; use true or false");
        With(""" "policy":{"limits":{}}""", "/config/policy/limits", "is an object; use an array");
        With(""" "policy":{"limits":[7]}""", "/config/policy/limits/0", "is a number; use an object");
        With(""" "policy":{"limits":[{"per_sec":60}]}""", "/config/policy/limits/0/max", "is missing; use a whole number from 1 to 1000000000");
        With(""" "policy":{"limits":[{"max":0,"per_sec":60}]}""", "/config/policy/limits/0/max", "is 0; use a whole number from 1 to 1000000000");
        With(""" "policy":{"limits":[{"max":1,"per_sec":31536001}]}""", "/config/policy/limits/0/per_sec", "is 31536001; use a whole number from 1 to 31536000");
        With(""" "policy":{"limits":[{"max":1,"per_sec":60,"on":"flush"}]}""", "/config/policy/limits/0/on", "is `flush`; use all or force");
        With(""" "policy":{"limits":[{"max":1,"per_sec":60,"per":"key"}]}""", "/config/policy/limits/0/per", "is `key`; use secret or realm");
        With($$""" "policy":{"limits":{{Many(21, """{"max":1,"per_sec":60}""")}}} """, "/config/policy/limits", "has 21 items; use at most 20");
        With(""" "policy":{"limits":[{"max":1}]} """, "/config/policy/limits/0/per_sec", "is missing; use a whole number from 1 to 31536000");
        With(""" "policy":{"limits":[{"max":1,"per_sec":60,"pr":"realm"}]} """, "/config/policy/limits/0/pr", "is not known; the nearest known name is `per`");
        With(""" "policy":7""", "/config/policy", "is a number; use an object");
    }
}

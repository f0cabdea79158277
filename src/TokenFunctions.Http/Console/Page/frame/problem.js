// The service's refusal (RFC 9457), and its silence.
export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.detail ?? '');
    this.status = status;
    this.code = body.code ?? '';
    this.detail = body.detail ?? '';
    this.field = body.field ?? null;
    this.errors = body.errors ?? [];
    this.whatToDo = body.what_to_do ?? null;
    this.upstreamCode = body.upstream?.code ?? null;
    this.upstreamMessage = body.upstream?.message ?? null;
    this.retryAt = body.retry_at ?? null;
  }
}

export class Away extends Error {}

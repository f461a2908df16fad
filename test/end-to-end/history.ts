// All that the API server, the queue and the webhooks were asked, in the order in which it came to them, and what they answered.

export interface Exchange {
  readonly who: 'api' | 'queue' | 'webhook';
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The operation, of a request to the queue: `ReceiveMessage`. */
  readonly operation: string | undefined;
  readonly body: string;
  /** The place in the order of requests and answers. */
  readonly asked: number;
  /** What was done; undefined as long as it is not, and when the request never reached the server. */
  answer?: { readonly status: number; readonly body: string; readonly at: number };
}

export class History {
  readonly exchanges: Exchange[] = [];
  private clock = 0;

  begin(exchange: Omit<Exchange, 'asked' | 'answer'>): Exchange {
    const begun: Exchange = { ...exchange, asked: this.clock++ };
    this.exchanges.push(begun);
    return begun;
  }

  end(exchange: Exchange, status: number, body: string): void {
    exchange.answer = { status, body, at: this.clock++ };
  }
}

/** API Gateway's stage throttling: a bucket of `burst` tokens, refilled with `rate` a second; a request takes one. */
export interface Throttle {
  rate: number;
  burst: number;
}

/** Says for each request whether it may pass. `seconds` is a clock that only runs forward. */
export function tokenBucket({ rate, burst }: Throttle, seconds: () => number = () => performance.now() / 1000): () => boolean {
  let tokens = burst;
  let filledAt = seconds();
  return () => {
    const now = seconds();
    tokens = Math.min(burst, tokens + (now - filledAt) * rate);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

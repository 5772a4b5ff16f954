/** How this platform shows who is calling. */
export interface SignIn {
  /** What to send to open a session without asking anybody. */
  credential(): Promise<{ provider: 'device' } | { provider: 'wechat'; code: string }>
  keepToken(token: string | null): void
  /** The bearer token, or `null` where a cookie does the work. */
  token(): string | null
}

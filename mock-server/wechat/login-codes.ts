/** Login codes like WeChat's: each names one user, works once and expires after five minutes. */
export class LoginCodes {
  private readonly used = new Set<string>()

  constructor(private readonly now: () => number) {}

  /** Issues a code for a user. */
  issue(person: string): string {
    return `sim.${person}.${this.now()}.${Math.random().toString(36).slice(2, 10)}`
  }

  /** Returns the user of a code, or WeChat's error. */
  redeem(code: string): { openid: string } | { errcode: number; errmsg: string } {
    const [mark, person, issued] = code.split('.')
    if (mark !== 'sim' || !person || !issued) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.now() - Number(issued) > 300_000) return { errcode: 40029, errmsg: 'invalid code' }
    if (this.used.has(code)) return { errcode: 40163, errmsg: 'code been used' }
    this.used.add(code)
    return { openid: `o-${person}` }
  }
}

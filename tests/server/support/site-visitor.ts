/** A browser at one origin: it calls the API with the cookies of the origin. */
export class SiteVisitor {
  readonly cookies = new Map<string, string>()

  constructor(readonly origin: string) {}

  /** Calls a route given as `'GET /api/…'`. */
  async call(route: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const [method = '', path = ''] = route.split(' ')
    const response = await fetch(this.origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...{ cookie: this.cookieHeader(), origin: this.origin, ...headers },
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.cookies.set(name, value)
    }
    return response
  }

  /** The same, with the reply; throws when it is refused. */
  async read<T>(route: string, body?: object): Promise<T> {
    const response = await this.call(route, body)
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** Signs in by the cookie, as the site's pages do. */
  async signIn(): Promise<this> {
    await this.read('POST /api/sessions', { provider: 'device' })
    return this
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

import type { NativeReply, NativeRequest } from '../shared/types'

const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.50'

function bodyOf(call: NativeRequest): BodyInit | undefined {
  if (call.form) {
    const { file, fields } = call.form
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const type = /\.png$/i.test(file.fileName) ? 'image/png' : 'image/jpeg'
    form.append(file.field, new Blob([Buffer.from(file.base64, 'base64')], { type }), file.fileName)
    return form
  }
  return call.base64 === undefined ? call.text : Buffer.from(call.base64, 'base64')
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return 'timeout'
  if (error.name === 'AbortError') return 'abort'
  return error.cause instanceof Error ? error.cause.message : error.message
}

/** Sends the app's requests from Node, where CORS and forbidden header names do not apply, as on a phone. */
export class NativeNetwork {
  private readonly running = new Map<number, AbortController>()

  /** `rewriteUrl` maps a URL of the build to the URL that is requested. */
  constructor(
    private readonly appId: string,
    private readonly rewriteUrl: (url: string) => string,
  ) {}

  async request(call: NativeRequest): Promise<NativeReply> {
    const controller = new AbortController()
    this.running.set(call.id, controller)
    const body = bodyOf(call)
    try {
      const response = await fetch(this.rewriteUrl(call.url), {
        method: call.method,
        headers: {
          'user-agent': USER_AGENT,
          referer: `https://servicewechat.com/${this.appId}/devtools/page-frame.html`,
          ...call.header,
        },
        signal: AbortSignal.any([controller.signal, AbortSignal.timeout(call.timeout)]),
        ...(body === undefined ? {} : { body }),
      })
      return {
        ok: true,
        statusCode: response.status,
        header: Object.fromEntries(response.headers),
        cookies: response.headers.getSetCookie(),
        base64: Buffer.from(await response.arrayBuffer()).toString('base64'),
      }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) }
    } finally {
      this.running.delete(call.id)
    }
  }

  abort(id: number) {
    this.running.get(id)?.abort()
  }
}

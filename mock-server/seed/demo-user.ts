import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { ACCEPT } from '@/domain/api-version'
import { createId, type Id } from '@/domain/id'
import type { Photo } from '@/domain/photo'

/** A user of the demo world who does everything through the API. */
export class DemoUser {
  private constructor(
    private readonly app: FastifyInstance,
    private readonly token: string,
    private readonly now: () => number,
  ) {}

  static async signIn(app: FastifyInstance, now: () => number): Promise<DemoUser> {
    const reply = await app.inject({ method: 'POST', url: '/api/sessions', payload: { provider: 'device' } })
    return new DemoUser(app, (reply.json() as { token: string }).token, now)
  }

  newId(): Id {
    return createId(this.now(), randomBytes(16))
  }

  async put<T>(url: string, payload: object): Promise<T> {
    return this.send<T>({ method: 'PUT', url, payload })
  }

  async post<T>(url: string, payload: object): Promise<T> {
    return this.send<T>({ method: 'POST', url, payload })
  }

  async get<T>(url: string): Promise<T> {
    return this.send<T>({ method: 'GET', url })
  }

  async sendPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<Photo> {
    const id = this.newId()
    const form = new FormData()
    form.append('file', new Blob([bytes], { type: 'image/png' }), 'good.png')
    const body = new Response(form)
    const type = body.headers.get('content-type') ?? ''
    const payload = Buffer.from(await body.arrayBuffer())
    const url = `/api/photos/${id}`
    const { hash } = await this.send<Photo>({
      ...{ method: 'PUT' as const, url, payload },
      headers: { 'content-type': type },
    })
    return { id, hash }
  }

  private async send<T>(options: InjectOptions): Promise<T> {
    const headers = { accept: ACCEPT, ...options.headers, authorization: `Bearer ${this.token}` }
    const reply = await this.app.inject({ ...options, headers })
    if (reply.statusCode >= 300)
      throw new Error(`${options.method} ${options.url}: ${reply.statusCode} ${reply.body}`)
    return reply.json() as T
  }
}

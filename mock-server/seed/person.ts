import { randomBytes } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Id, makeId } from '@/domain/id'

/** Somebody of the demo world, who does everything through the API, as people do. */
export class Person {
  private constructor(
    private readonly app: FastifyInstance,
    private readonly token: string,
    private readonly now: () => number,
  ) {}

  static async arrive(app: FastifyInstance, now: () => number): Promise<Person> {
    const reply = await app.inject({ method: 'POST', url: '/api/sessions', payload: { provider: 'device' } })
    return new Person(app, (reply.json() as { token: string }).token, now)
  }

  newId(): Id {
    return makeId(this.now(), randomBytes(16))
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

  async sendPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<Id> {
    const id = this.newId()
    const form = new FormData()
    form.append('file', new Blob([bytes], { type: 'image/png' }), 'good.png')
    const body = new Response(form)
    const type = body.headers.get('content-type') ?? ''
    const payload = Buffer.from(await body.arrayBuffer())
    await this.send({ method: 'PUT', url: `/api/photos/${id}`, payload, headers: { 'content-type': type } })
    return id
  }

  private async send<T>(options: InjectOptions): Promise<T> {
    const headers = { ...options.headers, authorization: `Bearer ${this.token}` }
    const reply = await this.app.inject({ ...options, headers })
    if (reply.statusCode >= 300)
      throw new Error(`${options.method} ${options.url}: ${reply.statusCode} ${reply.body}`)
    return reply.json() as T
  }
}

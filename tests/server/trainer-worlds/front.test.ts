import fastify, { type FastifyInstance } from 'fastify'
import { Front } from '../../../mock-server/trainer-worlds/front'
import { GENERATION_PATH } from '../../../server/http/pages/demo-site'

let front: Front
let origin: string
const apps: FastifyInstance[] = []

async function openApp(answer: () => Promise<string>): Promise<FastifyInstance> {
  const app = fastify()
  app.get('/*', answer)
  await app.ready()
  apps.push(app)
  return app
}

beforeEach(async () => {
  front = await Front.listen(0, '127.0.0.1')
  origin = `http://127.0.0.1:${front.port}`
})
afterEach(async () => {
  await front.close()
  await Promise.all(apps.splice(0).map((app) => app.close()))
})

describe('Front', () => {
  it('answers 503 with a time to retry while no world is attached', async () => {
    const reply = await fetch(`${origin}/api/health`)
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await reply.json()).toMatchObject({ status: 503, code: 'unavailable' })
  })

  it('answers a browser with a page that reloads itself', async () => {
    const reply = await fetch(origin, { headers: { accept: 'text/html' } })
    expect(reply.status).toBe(503)
    expect(await reply.text()).toContain('<meta http-equiv="refresh" content="10">')
  })

  it('passes requests to the attached app', async () => {
    front.attach(await openApp(async () => 'first'))
    expect(await (await fetch(origin)).text()).toBe('first')
    await front.detach('resetting')
    const reply = await fetch(origin)
    expect([reply.status, reply.headers.get('retry-after')]).toEqual([503, '1'])
    front.attach(await openApp(async () => 'second'))
    expect(await (await fetch(origin)).text()).toBe('second')
  })

  it('finishes a request under way when the app is detached', async () => {
    let arrived: () => void = () => undefined
    const isUnderWay = new Promise<void>((resolve) => {
      arrived = resolve
    })
    front.attach(
      await openApp(async () => {
        arrived()
        await new Promise((resolve) => setTimeout(resolve, 50))
        return 'finished'
      }),
    )
    const reply = fetch(origin)
    await isUnderWay
    await front.detach('resetting')
    expect(await (await reply).text()).toBe('finished')
  })

  it('cuts off a request that does not end', async () => {
    let arrived: () => void = () => undefined
    const isUnderWay = new Promise<void>((resolve) => {
      arrived = resolve
    })
    front.attach(await openApp(() => new Promise(() => arrived())))
    const reply = expect(fetch(origin)).rejects.toThrow()
    await isUnderWay
    await front.detach('resetting')
    await reply
  })

  it('reports each request as use, except the check whether the world is the same', async () => {
    const onUse = jest.fn()
    front.onUse = onUse
    await fetch(origin + GENERATION_PATH)
    expect(onUse).not.toHaveBeenCalled()
    await fetch(origin)
    expect(onUse).toHaveBeenCalledTimes(1)
  })

  it('rejects a port in use', async () => {
    await expect(Front.listen(front.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

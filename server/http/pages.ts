import { extname } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { routes } from '@/contract/routes'
import { shopIdOfSlug } from '../modules/shops/store'
import type { Parts } from '../parts'
import { Refused } from '../refused'
import { splitName } from './mount'
import { sendRefusal } from './problem'
import type { Site } from './site'

const matchers = Object.keys(routes).map((name) => {
  const { method, url } = splitName(name)
  return { method: String(method), pattern: new RegExp(`^${url.replace(/:[A-Za-z]+/g, '[^/]+')}$`) }
})

/** The methods an address of the API knows. */
const methodsOf = (path: string): string[] =>
  matchers.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)

const isPage = (path: string) => !/^\/(api|photos)(\/|$)/.test(path)
const pathOf = (request: FastifyRequest) => request.url.split('?', 1)[0] ?? '/'

/** Browsers ask for HTML, link previews and tools for anything; a missing script is not a page. */
const wantsPage = ({ headers }: FastifyRequest, path: string) =>
  /text\/html|\*\/\*/.test(headers.accept ?? '*/*') && extname(path) === ''

function refuseUnknown(path: string, reply: FastifyReply): FastifyReply {
  const methods = methodsOf(path)
  if (methods.length === 0) return sendRefusal(reply, new Refused('not-found'))
  return sendRefusal(reply.header('allow', methods.join(', ')), new Refused('not-found'), 405)
}

/** The H5 site, where there is one: its files, and its page for every address a person may open. All else is a problem answer. */
export function servePages(app: FastifyInstance, { db }: Parts, site: Site | undefined): void {
  if (site)
    app.get<{ Params: { slug: string } }>('/s/:slug', async (request, reply) => {
      const known = (await shopIdOfSlug(db.query, request.params.slug)) !== undefined
      site.shell.send(request, known ? reply : reply.code(404))
    })
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request)
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!site || !reads || !isPage(path)) return refuseUnknown(path, reply)
    const file = site.file(path)
    if (file) return file.send(request, reply.code(200))
    if (wantsPage(request, path)) return site.shell.send(request, reply.code(200))
    return refuseUnknown(path, reply)
  })
}

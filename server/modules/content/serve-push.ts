import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import type { PushQuery } from '../../gateways/wechat-push'
import { ForgedRequests } from '../../http/limits/forged-requests'
import type { Content } from './content'
import { saveFileVerdict } from './save-file-verdict'

interface Push {
  Params: { appid: string }
  Querystring: PushQuery
}

/**
 * Serves the addresses to which WeChat pushes messages, one for each mini-program. Their signature is the only authorization, so the body is
 * read as it was sent. WeChat sends a message again until it is answered with `success`; messages about anything else than checks are
 * ignored.
 */
export async function servePush(
  app: FastifyInstance,
  deps: AppDependencies,
  content: Content,
): Promise<void> {
  const push = deps.wechat?.push
  if (!push) return
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
    const forged = new ForgedRequests(deps, 'message push rejected: invalid signature')
    scope.addHook('onRequest', async (request) => forged.check(request))
    const answer = async (request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>) => {
      try {
        return await reply.type('text/plain').send(await work())
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error
        forged.count(request, error.code)
        return reply.status(401).type('text/plain').send('fail')
      }
    }

    scope.get<Push>('/wechat/push/:appid', (request, reply) =>
      answer(request, reply, async () => push.verify(request.params.appid, request.query)),
    )
    scope.post<Push>('/wechat/push/:appid', (request, reply) =>
      answer(request, reply, async () => {
        const { params, query, body } = request
        const verdict = push.readFileVerdict(params.appid, query, typeof body === 'string' ? body : '')
        if (verdict && (await saveFileVerdict(deps, verdict))) await content.hidden.refresh()
        return 'success'
      }),
    )
  })
}

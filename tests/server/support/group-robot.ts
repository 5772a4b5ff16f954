import { type LocalServer, listenLocally } from '../../../mock-server/http/listen-locally'
import { readBody } from '../../../mock-server/http/read-body'

export interface RobotSimulator extends LocalServer {
  /** The address that is the robot's credential. */
  webhook: string
  /** The texts that the group reads. */
  texts: string[]
  /** 45009 refuses as over the limit of a minute; `lost` drops the connection. */
  fault: 45009 | 'lost' | undefined
}

const KEY = '693a91f6-7000-4bc4-97a0-0ec2f1faa5aa'
const MAX_BYTES = 2048

/**
 * Simulates the robot of a group in WeChat Work on 127.0.0.1: HTTP 200 even for errors. Source:
 * https://developer.work.weixin.qq.com/document/path/91770
 */
export async function startRobotSimulator(): Promise<RobotSimulator> {
  const server = await listenLocally(async (request, response) => {
    const body = await readBody(request)
    if (simulator.fault === 'lost') return void request.socket.destroy()
    const url = new URL(request.url ?? '', server.origin)
    const isRobot = url.pathname === '/cgi-bin/webhook/send' && url.searchParams.get('key') === KEY
    const errcode = isRobot ? answerOf(request.headers['content-type'], body) : 93000
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' })
    response.end(JSON.stringify({ errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }))
  })

  function answerOf(type: string | undefined, body: string): number {
    if (simulator.fault !== undefined) return Number(simulator.fault)
    if (type !== 'application/json') return 40058
    const { msgtype, text } = JSON.parse(body) as { msgtype: string; text?: { content?: string } }
    const content = text?.content ?? ''
    if (msgtype !== 'text' || content === '') return 44004
    if (Buffer.byteLength(content) > MAX_BYTES) return 40058
    simulator.texts.push(content)
    return 0
  }

  const simulator: RobotSimulator = {
    ...server,
    webhook: `${server.origin}/cgi-bin/webhook/send?key=${KEY}`,
    texts: [],
    fault: undefined,
  }
  return simulator
}

import { GatewayError } from './payment-gateway'

/** A robot in a chat group of the operators. */
export interface GroupRobot {
  /**
   * Writes a text of at most 2,048 bytes into the group.
   * @throws GatewayError when the service refuses it or does not answer
   */
  send(text: string): Promise<void>
}

const TIMEOUT_MS = 8000

/**
 * Creates the client of a robot, whose whole credential is its address. Robots of WeChat Work and of DingTalk take the same message and answer
 * HTTP 200 with `errcode` 0. Sources: https://developer.work.weixin.qq.com/document/path/91770 and
 * https://open.dingtalk.com/document/robots/custom-robot-access
 */
export function createGroupRobot(url: string): GroupRobot {
  return {
    async send(text) {
      const answer = await post(url, { msgtype: 'text', text: { content: text } })
      const { errcode, errmsg } = answer
      if (errcode !== 0) throw new GatewayError('rejected', String(errcode), String(errmsg))
    },
  }
}

async function post(url: string, body: object): Promise<{ errcode?: unknown; errmsg?: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer: unknown = await response.json()
    return { ...(answer as object) }
  } catch {
    // an error of the connection could quote the address
    throw new GatewayError('unavailable', 'NO_ANSWER', 'the robot of the group did not answer')
  }
}

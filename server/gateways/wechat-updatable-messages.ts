import { GatewayError } from './payment-gateway'
import { refusalOf, type WechatAnswer, type WechatClient } from './wechat-client'

/** An activity, which keeps the cards current that were sent with its id. */
export interface MessageActivity {
  id: string
  /** When WeChat ends it (epoch ms), 24 hours after it was created. */
  until: number
}

/** What its cards show: how many have joined of how many can, or that it has begun and which page it opens. */
export type CardState =
  | { kind: 'joining'; count: number; limit: number }
  | {
      kind: 'begun'
      /** With parameters, and without a slash before it. */
      page: string
    }

/** Updatable messages (动态消息) of the installation's mini-program: cards in chats whose count the server keeps current. */
export interface UpdatableMessages {
  /** @throws GatewayError `rejected` when WeChat refuses it, `unavailable` when it does not answer. */
  createActivity(): Promise<MessageActivity>
  /** Updates the cards of an activity. One that has begun cannot be updated again. @throws GatewayError as `createActivity` does */
  update(activityId: string, state: CardState): Promise<void>
}

interface CreatedActivity extends WechatAnswer {
  activity_id?: unknown
  /** Epoch seconds. */
  expiration_time?: unknown
}

const parametersOf = (state: CardState): Record<string, string> =>
  state.kind === 'joining'
    ? { member_count: String(state.count), room_limit: String(state.limit) }
    : { path: state.page, version_type: 'release' }

/**
 * Creates the client. Sources:
 * https://developers.weixin.qq.com/miniprogram/en/dev/api-backend/open-api/updatable-message/updatableMessage.createActivityId.html and
 * https://developers.weixin.qq.com/miniprogram/en/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html
 */
export const createUpdatableMessages = (client: WechatClient, appid: string): UpdatableMessages => ({
  async createActivity() {
    const answer: CreatedActivity = await client.get(appid, '/cgi-bin/message/wxopen/activityid/create')
    const { activity_id: id, expiration_time: seconds } = answer
    if (typeof id === 'string' && id && Number.isInteger(seconds))
      return { id, until: Number(seconds) * 1000 }
    if (answer.errcode) throw refusalOf(answer)
    throw new GatewayError('unavailable', 'NO_ACTIVITY', 'WeChat gave no activity')
  },
  async update(activityId, state) {
    const answer = await client.post(appid, '/cgi-bin/message/wxopen/updatablemsg/send', {
      activity_id: activityId,
      target_state: state.kind === 'joining' ? 0 : 1,
      template_info: {
        parameter_list: Object.entries(parametersOf(state)).map(([name, value]) => ({ name, value })),
      },
    })
    if (answer.errcode) throw refusalOf(answer)
  },
})

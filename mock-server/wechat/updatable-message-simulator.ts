interface Answer {
  errcode: number
  errmsg: string
}

const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/** What the cards of an activity show. */
export interface SimulatedActivity {
  appid: string
  /** Epoch ms. */
  until: number
  state: 0 | 1
  parameters: Record<string, string>
}

const DAY_MS = 86_400_000

/** The parameters that each state has to carry. */
const PARAMETERS = { 0: ['member_count', 'room_limit'], 1: ['path', 'version_type'] } as const

const isState = (value: unknown): value is 0 | 1 => value === 0 || value === 1

/**
 * Simulates updatable messages: an activity ends 24 hours after it was created, and one that has begun cannot be updated. Errors have status
 * 200. Sources: the documents that `server/gateways/wechat-updatable-messages.ts` names, and
 * https://developers.weixin.qq.com/miniprogram/en/dev/framework/open-ability/share/updatable-message.html
 */
export class UpdatableMessageSimulator {
  readonly activities = new Map<string, SimulatedActivity>()
  /** When set, every request is answered by it. */
  fault: Answer | undefined
  /** The updates so far, with those that were refused. */
  updates = 0

  constructor(private readonly now: () => number) {}

  create(appid: string): object {
    if (this.fault) return this.fault
    const id = `activity-${this.activities.size + 1}`
    const until = this.now() + DAY_MS
    this.activities.set(id, { appid, until, state: 0, parameters: {} })
    return { activity_id: id, expiration_time: Math.floor(until / 1000), errcode: 0 }
  }

  update(appid: string, request: Record<string, unknown>): Answer {
    this.updates++
    if (this.fault) return this.fault
    const { activity_id: id, target_state: state, template_info: template } = request
    const activity = this.activities.get(String(id))
    if (!activity || activity.appid !== appid || activity.until <= this.now())
      return refuse(47503, 'activity id invalid')
    const parameters = readParameters(template)
    if (!isState(state) || !parameters || PARAMETERS[state].some((name) => !parameters[name]))
      return refuse(47501, 'parameter error')
    if (activity.state === 1) return refuse(47504, 'activity state not allowed')
    Object.assign(activity, { state, parameters })
    return refuse(0, 'ok')
  }
}

/** The parameters of a template by their names; undefined when they have another shape. */
function readParameters(template: unknown): Record<string, string> | undefined {
  const list = (template as { parameter_list?: unknown } | null)?.parameter_list
  if (!Array.isArray(list)) return undefined
  const isParameter = (one: unknown): one is { name: string; value: string } =>
    one !== null &&
    typeof one === 'object' &&
    Object.keys(one).length === 2 &&
    typeof (one as { name?: unknown }).name === 'string' &&
    typeof (one as { value?: unknown }).value === 'string'
  return list.every(isParameter)
    ? Object.fromEntries(list.map(({ name, value }: { name: string; value: string }) => [name, value]))
    : undefined
}

import { type AliyunAccount, type AliyunDependencies, callAliyun } from './aliyun-rpc'
import { GatewayError } from './payment-gateway'
import type { CheckedContent } from './wechat-content-check'

/** Checks pictures and voices that nobody uploaded in a mini-program, which WeChat therefore does not check. */
export interface FileCheck {
  /** @throws GatewayError when the service does not answer or could not load the picture */
  checkPhoto(url: string): Promise<CheckedContent>
  /** Begins to check a voice; returns the number of the task. @throws GatewayError */
  requestVoiceCheck(url: string): Promise<string>
  /** The verdict of a task, which may still run. @throws GatewayError */
  readVoiceCheck(taskId: string): Promise<CheckedContent | 'running'>
}

const VERSION = '2022-03-02'

/** 通用基线检测 and 音视频媒体检测. */
const SERVICES = { photo: 'baselineCheck', voice: 'audio_media_detection' } as const

const DONE = 200
const RUNNING = 280

/** A low risk is to be treated as none, unless nothing may be missed. */
const verdicts: Record<string, CheckedContent['verdict']> = {
  high: 'risky',
  medium: 'review',
  low: 'pass',
  none: 'pass',
}

const fieldOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Reads `Data` of an answer. Services without levels of risk name only labels. @throws GatewayError for an unknown risk */
function readVerdict(data: unknown, labels: unknown[]): CheckedContent {
  const label = labels.find((one) => typeof one === 'string' && one !== '' && one !== 'nonLabel')
  const risk = fieldOf(data, 'RiskLevel') ?? (label === undefined ? 'none' : 'medium')
  const verdict = verdicts[String(risk)]
  if (!verdict) throw new GatewayError('unavailable', 'NO_VERDICT', 'Aliyun gave no verdict')
  // a slice may have several
  return { verdict, label: String(label ?? '').split(',', 1)[0] ?? '' }
}

/**
 * Creates the client of Aliyun's content moderation. Sources:
 * https://help.aliyun.com/document_detail/467829.html (ImageModeration), https://help.aliyun.com/document_detail/604972.html and
 * https://help.aliyun.com/zh/document_detail/2528743.html (VoiceModeration, VoiceModerationResult)
 */
export function createAliyunFileCheck(account: AliyunAccount, deps: AliyunDependencies): FileCheck {
  async function call(action: string, kind: keyof typeof SERVICES, parameters: object) {
    const params = { Action: action, Version: VERSION, Service: SERVICES[kind] }
    const ServiceParameters = JSON.stringify(parameters)
    const answer = await callAliyun(account, deps, { ...params, ServiceParameters }).catch(() => {
      throw new GatewayError('unavailable', 'NO_ANSWER', 'Aliyun did not answer')
    })
    const code = fieldOf(answer, 'Code')
    if (code !== DONE && code !== RUNNING)
      throw new GatewayError('unavailable', String(code), `Aliyun answered ${String(code)}`)
    return { code, data: fieldOf(answer, 'Data') }
  }

  return {
    async checkPhoto(imageUrl) {
      const { data } = await call('ImageModeration', 'photo', { imageUrl })
      return readVerdict(
        data,
        itemsOf(fieldOf(data, 'Result')).map((result) => fieldOf(result, 'Label')),
      )
    },
    async requestVoiceCheck(url) {
      const { data } = await call('VoiceModeration', 'voice', { url })
      const taskId = fieldOf(data, 'TaskId')
      if (typeof taskId !== 'string' || taskId === '')
        throw new GatewayError('unavailable', 'NO_TASK', 'Aliyun began no task')
      return taskId
    },
    async readVoiceCheck(taskId) {
      const { code, data } = await call('VoiceModerationResult', 'voice', { taskId })
      if (code === RUNNING) return 'running'
      return readVerdict(
        data,
        itemsOf(fieldOf(data, 'SliceDetails')).map((slice) => fieldOf(slice, 'Labels')),
      )
    },
  }
}

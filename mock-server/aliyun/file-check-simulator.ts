import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LocalServer, listenLocally } from '../http/listen-locally'
import { readBody } from '../http/read-body'
import { createRequestVerifier } from './verify-request'

type Risk = 'high' | 'medium' | 'low' | 'none'

export interface FileCheckSimulator extends LocalServer {
  /** The addresses of the files that were sent, in order. */
  photos: string[]
  voices: string[]
  /** The verdict of every file. */
  risk: Risk
  /** How often a task is asked for before it is done. */
  pollsToDone: number
  /** `busy` answers 588, as over the quota; `lost` drops the connection. */
  fault: 'lost' | 'busy' | undefined
}

/**
 * Simulates Aliyun's content moderation on 127.0.0.1: it verifies the signature and its time, takes each nonce once, and knows the
 * services of pictures and of voices. Sources: as of `aliyun-file-check.ts` in `server/gateways`.
 */
export async function startFileCheckSimulator(
  account: { keyId: string; keySecret: string },
  now = Date.now,
): Promise<FileCheckSimulator> {
  const verify = createRequestVerifier(account, now)
  const tasks = new Map<string, number>()

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const params = Object.fromEntries(new URLSearchParams(await readBody(request)))
    if (simulator.fault === 'lost') return void request.socket.destroy()
    const refusal = refusalOf(request.method ?? '', params)
    response.writeHead(refusal ? 400 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ RequestId: 'simulated', ...(refusal ? { Code: refusal } : check(params)) }))
  }

  const refusalOf = (method: string, params: Record<string, string>) =>
    verify(method, params) ?? (params.Version === '2022-03-02' ? undefined : 'InvalidAction.NotFound')

  /** The codes of the answers, as numbers, are those of the documents. */
  function check({ Action, Service, ServiceParameters = '{}' }: Record<string, string>): object {
    if (simulator.fault === 'busy') return { Code: 588, Message: 'EXCEED_QUOTA' }
    const { imageUrl, url, taskId } = JSON.parse(ServiceParameters) as Record<string, string>
    const { risk } = simulator
    if (Action === 'ImageModeration' && Service === 'baselineCheck' && imageUrl) {
      simulator.photos.push(imageUrl)
      const Label = risk === 'none' ? 'nonLabel' : 'pornographic_adultContent'
      return { Code: 200, Msg: 'OK', Data: { Result: [{ Label, Confidence: 87.01 }], RiskLevel: risk } }
    }
    if (Service !== 'audio_media_detection') return { Code: 401, Message: 'PARAMETERS_ERROR' }
    if (Action === 'VoiceModeration' && url) {
      simulator.voices.push(url)
      const TaskId = `au_f_${simulator.voices.length}`
      tasks.set(TaskId, simulator.pollsToDone)
      return { Code: 200, Message: 'SUCCESS', Data: { TaskId } }
    }
    const left = tasks.get(taskId ?? '')
    if (Action !== 'VoiceModerationResult' || left === undefined)
      return { Code: 480, Message: 'TASK_NOT_FOUND' }
    tasks.set(taskId ?? '', left - 1)
    if (left > 0) return { Code: 280, Message: 'PROCESSING' }
    const Labels = risk === 'none' ? '' : 'sexual_sounds,profanity'
    const slice = { StartTime: 0, EndTime: 10, Text: '', Labels, RiskLevel: risk }
    return { Code: 200, Message: 'SUCCESS', Data: { TaskId: taskId, RiskLevel: risk, SliceDetails: [slice] } }
  }

  const server = await listenLocally((request, response) => void answer(request, response))
  const simulator: FileCheckSimulator = {
    ...server,
    ...{ photos: [], voices: [], risk: 'none', pollsToDone: 0, fault: undefined },
  }
  return simulator
}

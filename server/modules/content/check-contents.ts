import { type ContentKind, type TextPlace, textPlaces } from '@/domain/content'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import {
  type CheckedContent,
  MAX_CHECKED_TEXT,
  UnknownWriterError,
} from '../../gateways/wechat-content-check'
import { HOUR_MS, MINUTE_MS } from '../../jobs/intervals'
import { findWechatUser } from '../sessions/wechat-user'
import { type Decision, decide } from './decide'
import { filePath } from './file-link'
import { type DueContent, findDue, hashOf } from './store'
import type { WordVerdict } from './word-list'

/** Contents of one run, those of them that are checked at the same time, and its duration in ms: other jobs wait meanwhile. */
const BATCH_SIZE = 60
const CONCURRENCY = 8
const MAX_RUN_MS = 3000

/** A service is asked this often; afterwards an operator decides. */
const MAX_TRIES = 3

/** The delay of the next try in ms, by the number of those before. */
const RETRY_MS = [MINUTE_MS, HOUR_MS]

/** Before the number of a task of Aliyun, beside the numbers of WeChat. */
const ALIYUN_TASK = 'aliyun:'

/** WeChat announces the verdict of a file within half an hour. */
const ANNOUNCED_WITHIN_MS = 35 * MINUTE_MS

export interface CheckContext {
  deps: Pick<AppDependencies, 'db' | 'clock' | 'elapsed' | 'secret' | 'wechat' | 'fileCheck' | 'settings'>
  checkWords(text: string): WordVerdict | undefined
}

const PASSED: Decision = { verdict: 'pass', source: null, label: null }

/** Nothing can check the content, so it is shown, and an operator decides. */
const UNCHECKED: Decision = { verdict: 'review', source: null, label: null }

/**
 * Checks contents that are due, for some seconds at most. It ends when WeChat does not answer, so that other jobs do not wait for that.
 * @returns whether more may be due at once
 */
export async function checkContents(context: CheckContext): Promise<{ hasMore: boolean }> {
  const { db, clock, elapsed } = context.deps
  const end = elapsed() + MAX_RUN_MS
  const groups = groupContents(await findDue(db.query, clock(), BATCH_SIZE))
  let count = 0
  let isAnswered = true
  const work = async () => {
    while (isAnswered && elapsed() < end) {
      const group = groups.shift()
      if (!group) return
      count += group.contents.length
      if (!(await checkGroup(context, group))) isAnswered = false
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return { hasMore: count > 0 && isAnswered }
}

interface Group {
  kind: ContentKind
  accountId: string
  place: string
  contents: DueContent[]
}

/** What one person wrote in the same scene is checked together; a file is checked by itself. */
function groupContents(due: readonly DueContent[]): Group[] {
  const groups = new Map<string, Group>()
  for (const content of due) {
    const { id, kind, account_id: accountId, place } = content
    const key = kind === 'text' ? `${accountId} ${sceneOf(place)}` : id
    const group = groups.get(key) ?? { kind, accountId, place, contents: [] }
    group.contents.push(content)
    groups.set(key, group)
  }
  return [...groups.values()]
}

const sceneOf = (place: string) => textPlaces[place as TextPlace]?.scene ?? 'page'

/** @returns false when a service did not answer */
async function checkGroup(context: CheckContext, group: Group): Promise<boolean> {
  if (group.kind === 'text') return checkTexts(context, group)
  let isAnswered = true
  for (const file of group.contents) isAnswered = (await checkFile(context, group.kind, file)) && isAnswered
  return isAnswered
}

/** The words of the list decide first, so that banned ones are hidden whatever WeChat answers. */
async function checkTexts(context: CheckContext, { accountId, place, contents }: Group): Promise<boolean> {
  const open: DueContent[] = []
  const doubted = new Map<string, Decision>()
  for (const content of contents) {
    const found = context.checkWords(content.text ?? '')
    const decision: Decision | undefined = found && { ...found, source: 'words' }
    if (decision?.verdict === 'risky') await save(context, content, decision)
    else {
      if (decision) doubted.set(content.id, decision)
      open.push(content)
    }
  }
  const gateway = context.deps.wechat?.contentCheck
  const user = gateway && (await findWechatUser(context.deps.db.query, accountId))
  const check =
    gateway && user && ((text: string) => gateway.checkText(text, { ...user, scene: sceneOf(place) }))
  for (const part of partsOf(open)) if (!(await checkPart(context, part, { check, doubted }))) return false
  return true
}

/** Joins texts to as many as one request takes. */
function partsOf(contents: readonly DueContent[]): DueContent[][] {
  const parts: DueContent[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const content of contents) {
    const size = lengthOf(content)
    length += size + 1
    if (length > MAX_CHECKED_TEXT) {
      parts.push([])
      length = size
    }
    parts.at(-1)?.push(content)
  }
  return parts
}

const lengthOf = ({ text }: DueContent) => [...(text ?? '')].length

/** Phone numbers and other long numbers are never sent. */
const maskNumbers = (text: string): string =>
  text.replace(/\p{Nd}(?:[\s.·—-]?\p{Nd}){6,}/gu, (number) => number.replace(/\p{Nd}/gu, '*'))

const textFor = (contents: readonly DueContent[]): string =>
  contents.map(({ text }) => maskNumbers(text ?? '')).join('\n')

interface Checking {
  check: ((text: string) => Promise<CheckedContent>) | undefined
  /** The decisions of the word list about doubtful texts. */
  doubted: ReadonlyMap<string, Decision>
}

/** Checks a part in one request, and its halves when it does not pass as a whole. @returns false when WeChat did not answer */
async function checkPart(
  context: CheckContext,
  contents: DueContent[],
  checking: Checking,
): Promise<boolean> {
  const { check, doubted } = checking
  const saveAll = async (decide: (content: DueContent) => Decision) => {
    for (const content of contents) await save(context, content, decide(content))
    return true
  }
  const byWords = ({ id }: DueContent): Decision => doubted.get(id) ?? { ...PASSED, source: 'words' }
  if (!check) return saveAll(byWords)
  try {
    const { verdict, label } = await check(textFor(contents))
    const byWechat: Decision = { verdict, source: 'wechat', label }
    if (verdict === 'pass') return await saveAll(({ id }) => doubted.get(id) ?? byWechat)
    if (contents.length === 1) return await saveAll(() => byWechat)
  } catch (error) {
    if (error instanceof UnknownWriterError) return saveAll(byWords)
    if (!(error instanceof GatewayError)) throw error
    for (const content of contents) await retryLater(context, content)
    return false
  }
  const half = Math.ceil(contents.length / 2)
  return (
    (await checkPart(context, contents.slice(0, half), checking)) &&
    checkPart(context, contents.slice(half), checking)
  )
}

async function checkFile(
  context: CheckContext,
  kind: Exclude<ContentKind, 'text'>,
  file: DueContent,
): Promise<boolean> {
  const { deps } = context
  const { publicUrl } = deps.settings
  const { contentCheck: gateway, push } = deps.wechat ?? {}
  const user = gateway && publicUrl ? await findWechatUser(deps.db.query, file.account_id) : undefined
  // without message push no verdict arrives
  const isChecked = gateway && user && push?.reaches(user.appid) && !file.trace?.startsWith(ALIYUN_TASK)
  if (!isChecked) return checkByAliyun(context, kind, file)
  if (file.tries >= MAX_TRIES) return save(context, file, UNCHECKED)
  try {
    const url = addressOf(context, kind, file)
    await requestVerdict(context, file, () => gateway.requestFileCheck(kind, url, { ...user, scene: 'page' }))
    return true
  } catch (error) {
    if (error instanceof UnknownWriterError) return checkByAliyun(context, kind, file)
    if (!(error instanceof GatewayError)) throw error
    await retryLater(context, file)
    return false
  }
}

/** The address at which a service loads a file. */
const addressOf = ({ deps }: CheckContext, kind: Exclude<ContentKind, 'text'>, { id }: DueContent): string =>
  new URL(filePath(deps, kind, hashOf(id)), deps.settings.publicUrl).toString()

/** A task of Aliyun is looked at this often, in ms. */
const TASK_MS = MINUTE_MS

/** Checks a file that WeChat does not. A voice takes two requests or more: one begins the task, the next read its verdict. */
async function checkByAliyun(
  context: CheckContext,
  kind: Exclude<ContentKind, 'text'>,
  file: DueContent,
): Promise<boolean> {
  const { fileCheck, settings } = context.deps
  if (!fileCheck || !settings.publicUrl || file.tries >= MAX_TRIES) return save(context, file, UNCHECKED)
  const taskId = file.trace?.startsWith(ALIYUN_TASK) ? file.trace.slice(ALIYUN_TASK.length) : undefined
  try {
    if (kind === 'voice' && taskId === undefined) {
      const begun = await fileCheck.requestVoiceCheck(addressOf(context, kind, file))
      return await waitForTask(context, file, `${ALIYUN_TASK}${begun}`)
    }
    const checked =
      taskId === undefined
        ? await fileCheck.checkPhoto(addressOf(context, kind, file))
        : await fileCheck.readVoiceCheck(taskId)
    return checked === 'running'
      ? await waitForTask(context, { ...file, tries: file.tries + 1 }, file.trace)
      : await save(context, file, { ...checked, source: 'aliyun' })
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    await retryLater(context, file)
    return false
  }
}

async function waitForTask(
  { deps: { db, clock } }: CheckContext,
  { id, tries }: DueContent,
  trace: string | null,
) {
  await db.withTx((tx) =>
    tx
      .updateTable('content')
      .set({ trace, tries, due_at: clock() + TASK_MS })
      .where('id', '=', id)
      .where('verdict', '=', 'pending')
      .execute(),
  )
  return true
}

/** Stores the number under which the verdict of a file arrives; without one in time the file is checked again. */
async function requestVerdict(
  { deps: { db, clock } }: CheckContext,
  { id, tries }: DueContent,
  request: () => Promise<string>,
): Promise<void> {
  const trace = await request()
  await db.withTx((tx) =>
    tx
      .updateTable('content')
      .set({ trace, tries: tries + 1, due_at: clock() + ANNOUNCED_WITHIN_MS })
      .where('id', '=', id)
      .where('verdict', '=', 'pending')
      .execute(),
  )
}

async function retryLater(context: CheckContext, content: DueContent): Promise<void> {
  const { db, clock } = context.deps
  const delay = RETRY_MS[content.tries]
  if (delay === undefined) return void (await save(context, content, UNCHECKED))
  await db.withTx((tx) =>
    tx
      .updateTable('content')
      .set({ tries: content.tries + 1, due_at: clock() + delay })
      .where('id', '=', content.id)
      .where('verdict', '=', 'pending')
      .execute(),
  )
}

async function save({ deps: { db, clock } }: CheckContext, { id }: DueContent, decision: Decision) {
  await db.withTx((tx) => decide(tx, id, decision, clock()))
  return true
}

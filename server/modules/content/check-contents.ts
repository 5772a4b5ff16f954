import { type ContentKind, type TextPlace, textPlaces } from '@/domain/content'
import type { AppDependencies } from '../../dependencies'
import { GatewayError } from '../../gateways/payment-gateway'
import {
  type CheckedContent,
  MAX_CHECKED_TEXT,
  UnknownWriterError,
} from '../../gateways/wechat-content-check'
import { MINUTE_MS } from '../../jobs/intervals'
import { findWechatUser } from '../sessions/wechat-user'
import { type Decision, decide } from './decide'
import { filePath } from './file-link'
import { type DueContent, findDue, hashOf } from './store'
import type { WordVerdict } from './word-list'

/** Checks of one run, and those of them that run at the same time. */
const BATCH_SIZE = 400
const CONCURRENCY = 8

/** A service is asked this often; afterwards an operator decides. */
const MAX_TRIES = 3

/** The delay of the next try in ms, by the number of those before. */
const RETRY_MS = [MINUTE_MS, 10 * MINUTE_MS]

/** WeChat announces the verdict of a file within half an hour. */
const ANNOUNCED_WITHIN_MS = 35 * MINUTE_MS

export interface CheckContext {
  deps: Pick<AppDependencies, 'db' | 'clock' | 'secret' | 'wechat' | 'settings'>
  checkWords(text: string): WordVerdict | undefined
}

const PASSED: Decision = { verdict: 'pass', source: null, label: null }

/** Nothing can check the content, so it is shown, and an operator decides. */
const UNCHECKED: Decision = { verdict: 'review', source: null, label: null }

/** Checks contents that are due. @returns how many there were */
export async function checkContents(context: CheckContext): Promise<number> {
  const { db, clock } = context.deps
  const due = await findDue(db.query, clock(), BATCH_SIZE)
  const groups = groupContents(due)
  const work = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) await checkGroup(context, group)
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return due.length
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

async function checkGroup(context: CheckContext, group: Group): Promise<void> {
  if (group.kind === 'text') await checkTexts(context, group)
  else for (const file of group.contents) await checkFile(context, group.kind, file)
}

/** The words of the list decide first, so that banned ones are hidden whatever WeChat answers. */
async function checkTexts(context: CheckContext, { accountId, place, contents }: Group): Promise<void> {
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
  for (const part of partsOf(open)) await checkPart(context, part, { check, doubted })
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
  text.replace(/\d(?:[\s-]?\d){6,}/g, (number) => number.replace(/\d/g, '*'))

const textFor = (contents: readonly DueContent[]): string =>
  contents.map(({ text }) => maskNumbers(text ?? '')).join('\n')

interface Checking {
  check: ((text: string) => Promise<CheckedContent>) | undefined
  /** The decisions of the word list about doubtful texts. */
  doubted: ReadonlyMap<string, Decision>
}

/** Checks a part in one request, and its texts one by one when it does not pass as a whole. */
async function checkPart(context: CheckContext, contents: DueContent[], checking: Checking): Promise<void> {
  const { check, doubted } = checking
  const saveAll = async (decide: (content: DueContent) => Decision) => {
    for (const content of contents) await save(context, content, decide(content))
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
    return
  }
  for (const content of contents) await checkPart(context, [content], checking)
}

async function checkFile(
  context: CheckContext,
  kind: Exclude<ContentKind, 'text'>,
  file: DueContent,
): Promise<void> {
  const { deps } = context
  const { publicUrl } = deps.settings
  const gateway = deps.wechat?.contentCheck
  const user = gateway && publicUrl ? await findWechatUser(deps.db.query, file.account_id) : undefined
  if (!gateway || !user) return save(context, file, UNCHECKED)
  if (file.tries >= MAX_TRIES) return save(context, file, UNCHECKED)
  try {
    const url = new URL(filePath(deps, kind, hashOf(file.id)), publicUrl).toString()
    await requestVerdict(context, file, () => gateway.requestFileCheck(kind, url, { ...user, scene: 'page' }))
  } catch (error) {
    if (error instanceof UnknownWriterError) return save(context, file, UNCHECKED)
    if (!(error instanceof GatewayError)) throw error
    await retryLater(context, file)
  }
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
  if (delay === undefined) return save(context, content, UNCHECKED)
  await db.withTx((tx) =>
    tx
      .updateTable('content')
      .set({ tries: content.tries + 1, due_at: clock() + delay })
      .where('id', '=', content.id)
      .where('verdict', '=', 'pending')
      .execute(),
  )
}

const save = async ({ deps: { db, clock } }: CheckContext, { id }: DueContent, decision: Decision) => {
  await db.withTx((tx) => decide(tx, id, decision, clock()))
}

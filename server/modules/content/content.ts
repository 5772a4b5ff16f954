import type { RouteName } from '@/contract/routes'
import { type ContentKind, HIDDEN_TEXT, type TextWriter, textPlaces } from '@/domain/content'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { DAY_MS } from '../../jobs/intervals'
import { listTexts, type PlacedText } from './checked-texts'
import { decide } from './decide'
import { HiddenContents } from './hidden-contents'
import { textsOf } from './route-texts'
import { addContents, addFileContent, countWritten, textId } from './store'
import { createWordList } from './word-list'

/** A write that has succeeded, with what was written. */
interface Written {
  name: RouteName
  params: unknown
  body: unknown
  reply: unknown
  accountId: string
}

/** Nobody writes that many texts a day; of further ones, only those with risky words are recorded. */
const MAX_TEXTS_A_DAY = 2000

/** A draft is read by those who manage the shop only, and saved with every pause of typing. Publishing records it. */
const DRAFT = 'PUT /api/shops/:shopId/look-draft'
const PUBLISH = 'POST /api/shops/:shopId/look/publish'

function readShopId(from: unknown): string | undefined {
  const shopId: unknown = from !== null && typeof from === 'object' ? Reflect.get(from, 'shopId') : undefined
  return typeof shopId === 'string' ? shopId : undefined
}

/** The texts that a write shows to others. */
function textsIn({ name, body, reply }: Written): PlacedText[] {
  if (name === DRAFT) return []
  if (name !== PUBLISH) return listTexts(textsOf(name, 'body'), body)
  const { published } = reply as { published: unknown }
  return listTexts(textsOf(name, 'reply'), { published })
}

/** What people write for others: it is recorded for a check, and left out of replies while it is hidden. */
export class Content {
  readonly hidden: HiddenContents
  readonly checkWords: ReturnType<typeof createWordList>

  /** @param onChange is called with the shops whose contents became hidden or are shown again */
  constructor(
    private readonly deps: Pick<AppDependencies, 'db' | 'clock' | 'settings'>,
    onChange: (shopIds: readonly string[]) => void,
  ) {
    this.hidden = new HiddenContents(deps.db, async (ids) => onChange(await this.shopsWith(ids)))
    this.checkWords = createWordList(deps.settings.contentWords)
  }

  /** Records the texts of a successful write. */
  async record(written: Written): Promise<void> {
    const { params, body, accountId } = written
    await this.recordTexts(textsIn(written), {
      ...{ shopId: readShopId(params) ?? readShopId(body) ?? '', accountId },
    })
  }

  /** Records texts. Those with risky words are hidden at once; the check of the others runs later. */
  async recordTexts(
    texts: readonly PlacedText[],
    { shopId, accountId }: { shopId: string; accountId: string },
  ): Promise<void> {
    if (texts.length === 0) return
    const { db, clock } = this.deps
    const isRisky = ({ text }: PlacedText) => this.checkWords(text)?.verdict === 'risky'
    const risky = texts.filter(isRisky)
    await db.withTx(async (tx) => {
      const now = clock()
      const isTooMuch = (await countWritten(tx, accountId, now - DAY_MS)) >= MAX_TEXTS_A_DAY
      const contents = (isTooMuch ? risky : texts).map(({ text, place }) => ({
        ...({ id: textId(text), kind: 'text', text, place } as const),
      }))
      await addContents(tx, { contents, shopId, accountId, now })
      for (const id of [...new Set(risky.map(({ text }) => textId(text)))].sort()) {
        const label =
          this.checkWords(risky.find(({ text }) => textId(text) === id)?.text ?? '')?.label ?? null
        await decide(tx, id, { verdict: 'risky', source: 'words', label }, now)
      }
    })
    if (risky.length > 0) await this.hidden.refresh()
  }

  /** Records an uploaded file in the transaction that stores it. */
  async recordFile(tx: Query, kind: Exclude<ContentKind, 'text'>, hash: string, accountId: string) {
    await addFileContent(tx, kind, { hash, accountId, now: this.deps.clock() })
  }

  /**
   * Returns the reply of a route without the texts that are hidden from its reader; required texts are replaced. The side that wrote a
   * text reads it. What is changed so has version 0: saving it again is a version conflict, and overwrites nothing.
   * @param reader who reads it, as far as that makes a difference
   * @param part `failure` for the facts of a failure instead of the reply
   */
  show<T>(name: RouteName, reply: T, reader?: TextWriter, part: 'reply' | 'failure' = 'reply'): T {
    if (!this.hidden.isUsed) return reply
    const edited = textsOf(name, part)?.(reply, (text, place) => {
      if (textPlaces[place].writer === reader || !this.hidden.hidesText(text)) return text
      return place === 'section' || place === 'draft' ? '' : undefined
    })
    if (edited === undefined || edited === reply) return reply
    return (hasVersion(edited) ? { ...edited, version: 0 } : edited) as T
  }

  /** Returns a text for people who have not written it. */
  showText(text: string): string {
    return this.hidden.hidesText(text) ? HIDDEN_TEXT : text
  }

  private async shopsWith(contentIds: readonly string[]): Promise<string[]> {
    const shops = new Set<string>()
    for (let at = 0; at < contentIds.length; at += 500) {
      const rows = await this.deps.db.query
        .selectFrom('content_use')
        .select('shop_id')
        .distinct()
        .where('content_id', 'in', contentIds.slice(at, at + 500))
        .execute()
      for (const { shop_id } of rows) shops.add(shop_id)
    }
    return [...shops]
  }
}

const hasVersion = (value: unknown): value is { version: number } =>
  value !== null && typeof value === 'object' && 'version' in value

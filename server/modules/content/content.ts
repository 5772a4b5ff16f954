import type { RouteName } from '@/contract/routes'
import { type ContentKind, HIDDEN_TEXT, type TextWriter, textPlaces } from '@/domain/content'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { listTexts } from './checked-texts'
import { HiddenContents } from './hidden-contents'
import { textsOf } from './route-texts'
import { addContents, fileId, textId } from './store'

/** A write that has succeeded, with what was written. */
interface Written {
  name: RouteName
  params: unknown
  body: unknown
  accountId: string
}

const shopIdIn = (params: unknown): string => {
  const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
  return typeof shopId === 'string' ? shopId : ''
}

/** What people write for others: it is recorded for a check, and left out of replies while it is hidden. */
export class Content {
  readonly hidden: HiddenContents

  /** @param onChange is called when contents became hidden or are shown again */
  constructor(
    private readonly deps: Pick<AppDependencies, 'db' | 'clock'>,
    onChange: () => void,
  ) {
    this.hidden = new HiddenContents(deps.db, onChange)
  }

  /** Records the texts of a successful write. The check itself runs later. */
  async record({ name, params, body, accountId }: Written): Promise<void> {
    const texts = listTexts(textsOf(name, 'body'), body)
    if (texts.length === 0) return
    const contents = texts.map(({ text, place }) => ({
      id: textId(text),
      kind: 'text' as const,
      text,
      place,
    }))
    const { db, clock } = this.deps
    await db.withTx((tx) => addContents(tx, { contents, shopId: shopIdIn(params), accountId, now: clock() }))
  }

  /** Records an uploaded file in the transaction that stores it. */
  async recordFile(tx: Query, kind: Exclude<ContentKind, 'text'>, hash: string, accountId: string) {
    const content = { id: fileId(kind, hash), kind, text: null, place: '' as const }
    await addContents(tx, { contents: [content], shopId: '', accountId, now: this.deps.clock() })
  }

  /**
   * Returns the reply of a route without the texts that are hidden from its reader. Who wrote a text reads it; required texts are
   * replaced.
   * @param reader who reads it, as far as that makes a difference
   * @param part `failure` for the facts of a failure instead of the reply
   */
  show<T>(name: RouteName, reply: T, reader?: TextWriter, part: 'reply' | 'failure' = 'reply'): T {
    if (!this.hidden.hasTexts) return reply
    const edited = textsOf(name, part)?.(reply, (text, place) => {
      if (!this.hidden.hidesText(text) || textPlaces[place].writer === reader) return text
      return place === 'section' || place === 'draft' ? '' : undefined
    })
    return (edited ?? reply) as T
  }

  /** Returns a text for people who have not written it. */
  showText(text: string): string {
    return this.hidden.hidesText(text) ? HIDDEN_TEXT : text
  }
}

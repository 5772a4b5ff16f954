import type { ContentKind } from '@/domain/content'
import type { Database } from '../../db/database'
import { fileId } from './store'

/** Hidden contents that are held in memory; there are few, since their writers change them. */
const MAX_HIDDEN = 50_000

/**
 * The contents that others than their writers may not read. They are held in memory, because every reply asks for them, and read again
 * when their number or the time of the last verdict has changed, which other servers may have done.
 */
export class HiddenContents {
  private texts: ReadonlySet<string> = new Set()
  private files: ReadonlySet<string> = new Set()
  private signature = ''

  constructor(
    private readonly db: Pick<Database, 'query'>,
    /** Is called after the hidden contents have changed. */
    private readonly onChange: () => void,
  ) {}

  /** True if any text is hidden. */
  get hasTexts(): boolean {
    return this.texts.size > 0
  }

  hidesText(text: string): boolean {
    return this.texts.has(text)
  }

  hidesFile(kind: Exclude<ContentKind, 'text'>, hash: string): boolean {
    return this.files.has(fileId(kind, hash))
  }

  /** Reads what is hidden, if that has changed. */
  async refresh(): Promise<void> {
    const signature = await this.readSignature()
    if (signature === this.signature) return
    const rows = await this.db.query
      .selectFrom('content')
      .select(['id', 'text'])
      .where('verdict', '=', 'risky')
      .orderBy('decided_at', 'desc')
      .limit(MAX_HIDDEN)
      .execute()
    this.texts = new Set(rows.flatMap(({ text }) => text ?? []))
    this.files = new Set(rows.flatMap(({ id, text }) => (text === null ? id : [])))
    const wasRead = this.signature !== ''
    this.signature = signature
    if (wasRead || rows.length > 0) this.onChange()
  }

  private async readSignature(): Promise<string> {
    const { count, last } = await this.db.query
      .selectFrom('content')
      .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('decided_at').as('last')])
      .where('verdict', '=', 'risky')
      .executeTakeFirstOrThrow()
    return `${count} ${last}`
  }
}

import type { ContentKind } from '@/domain/content'
import type { Database } from '../../db/database'
import { fileId, textId } from './store'

/** A verdict may be committed this much later than its time says, or by a server whose clock is behind, in ms. */
const LATE_MS = 60_000

interface Hidden {
  count: number
  /** The time of the last verdict; 0 without any. */
  last: number
}

/**
 * The contents that others than their writers may not read, by their ids. They are held in memory, because every reply asks for them, and
 * read again when their number or the time of the last verdict has changed, which other servers may have done.
 */
export class HiddenContents {
  private readonly ids = new Set<string>()
  private read: Hidden = { count: 0, last: 0 }

  constructor(
    private readonly db: Pick<Database, 'query'>,
    /** Is called with the contents that became hidden or are shown again. */
    private readonly onChange: (ids: readonly string[]) => Promise<void>,
  ) {}

  /** True if anything is hidden. */
  get isUsed(): boolean {
    return this.ids.size > 0
  }

  hidesText(text: string): boolean {
    return this.ids.has(textId(text))
  }

  hidesFile(kind: Exclude<ContentKind, 'text'>, hash: string): boolean {
    return this.ids.has(fileId(kind, hash))
  }

  /** Reads what is hidden, if that has changed: the latest verdicts, and all of them when that does not suffice. */
  async refresh(): Promise<void> {
    const hidden = await this.readHidden()
    if (hidden.count === this.read.count && hidden.last === this.read.last) return
    const changed = (await this.readSince(this.read.last - LATE_MS)).filter((id) => !this.ids.has(id))
    for (const id of changed) this.ids.add(id)
    if (this.ids.size !== hidden.count) changed.push(...(await this.readAgain()))
    this.read = hidden
    if (changed.length > 0) await this.onChange(changed)
  }

  /** Reads everything. @returns what has changed */
  private async readAgain(): Promise<string[]> {
    const all = new Set(await this.readSince(0))
    const shown = [...this.ids].filter((id) => !all.has(id))
    const added = [...all].filter((id) => !this.ids.has(id))
    for (const id of shown) this.ids.delete(id)
    for (const id of added) this.ids.add(id)
    return [...shown, ...added]
  }

  private async readSince(since: number): Promise<string[]> {
    const rows = await this.db.query
      .selectFrom('content')
      .select('id')
      .where('verdict', '=', 'risky')
      .where('decided_at', '>=', since)
      .execute()
    return rows.map(({ id }) => id)
  }

  private async readHidden(): Promise<Hidden> {
    const { count, last } = await this.db.query
      .selectFrom('content')
      .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('decided_at').as('last')])
      .where('verdict', '=', 'risky')
      .executeTakeFirstOrThrow()
    return { count: Number(count), last: Number(last ?? 0) }
  }
}

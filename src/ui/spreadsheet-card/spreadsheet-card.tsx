import { View } from '@tarojs/components'
import type { Failure } from '@/domain/failure'
import { describeFailure } from '@/locales/failure'
import { spreadsheetWords as words } from '@/locales/shop/spreadsheet'
import { Status } from '@/ui/text/alert'
import { Button } from '../button/button'
import { Card } from '../card/card'
import './spreadsheet-card.scss'

type LinkState =
  | { kind: 'idle' | 'busy' | 'saving' | 'copied' | 'uncopied' }
  | { kind: 'failed'; failure: Failure }

interface SpreadsheetCardProps {
  /** The contents of the spreadsheet, in words. */
  text: string
  /** The link to it; `save` is `null` on platforms without downloads. */
  link: { state: LinkState; save: (() => void) | null; copy(): void }
}

/** A spreadsheet to download, or to open elsewhere by its link. */
export function SpreadsheetCard({ text, link: { state, save, copy } }: SpreadsheetCardProps) {
  const busy = state.kind === 'busy' && words.says.busy
  return (
    <Card>
      <View className="spreadsheet-card">
        <Status className="spreadsheet-card__text">{messageOf(state, text)}</Status>
        {save && (
          <Button kind="soft" size="small" busy={busy} onPress={save}>
            {words.save}
          </Button>
        )}
        <Button kind="line" size="small" icon="copy" busy={busy} onPress={copy}>
          {words.copy}
        </Button>
      </View>
    </Card>
  )
}

function messageOf(state: LinkState, text: string): string {
  if (state.kind === 'idle') return text
  return state.kind === 'failed' ? describeFailure(state.failure) : words.says[state.kind]
}

import { settingsWords } from '@/locales/shop/settings'
import { Card } from '@/ui/card/card'
import { OptionRow } from './sheet-row'
import type { Settings } from './use-settings'

const LINES = ['0', '3', '5', '10', '20', '50'] as const

/** The stock from which down the owner is warned. */
export function LowStockField({ settings: { form, edit } }: { settings: Settings }) {
  const words = settingsWords.lowStock
  return (
    <Card flush>
      <OptionRow
        label={words.line}
        hint={words.hint}
        options={LINES}
        value={form.lowStock}
        describe={words.left}
        onChange={(lowStock) => edit({ lowStock })}
      />
    </Card>
  )
}

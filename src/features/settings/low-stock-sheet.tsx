import { Text, View } from '@tarojs/components'
import { LOW_STOCK } from '@/domain/product/sku'
import type { ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { Sheet } from '@/ui/sheet/sheet'
import { Alert, Status } from '@/ui/text/alert'
import { useSettingChange } from './use-setting-change'
import './settings-group.scss'

const LINES = ['0', '3', '5', '10', '20', '50']
const words = settingsWords.lowStock

interface LowStockSheetProps {
  shop: ManagedShop
  onSaved(shop: ManagedShop): void
  onClose(): void
}

/** The stock from which down the owner is warned; a choice is saved immediately. */
export function LowStockSheet({ shop, onSaved, onClose }: LowStockSheetProps) {
  const { busy, error, save } = useSettingChange(shop, onSaved)
  const value = String(shop.lowStock ?? LOW_STOCK)
  const choose = async (lowStock: string) => {
    if (await save({ lowStock })) onClose()
  }
  return (
    <Sheet title={words.line} onClose={onClose}>
      <View className="settings-group">
        <Text className="settings-group__text">{words.hint}</Text>
        <View className="settings-group__do" {...aria({ role: 'group', label: words.line })}>
          {(LINES.includes(value) ? LINES : [value, ...LINES]).map((line) => (
            <Chip key={line} on={line === value} onPress={() => void choose(line)}>
              {words.left(line)}
            </Chip>
          ))}
        </View>
        <Status className="settings-group__text">{busy && settingsWords.saving}</Status>
        <Alert className="settings-group__error">{error}</Alert>
      </View>
    </Sheet>
  )
}

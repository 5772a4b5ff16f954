import { View } from '@tarojs/components'
import { unitWords } from '@/locales/shop/wizard'
import { Chip } from '@/ui/chip/chip'
import { Sheet } from '@/ui/sheet/sheet'
import './name-sheet.scss'

interface UnitSheetProps {
  /** Units of the good and the trade, listed before all others. */
  first: readonly string[]
  value: string
  onChoose(unit: string): void
  onClose(): void
}

/** Chooses among all units. */
export function UnitSheet({ first, value, onChoose, onClose }: UnitSheetProps) {
  const units = [...first, ...unitWords.all.filter((unit) => !first.includes(unit))]
  return (
    <Sheet title={unitWords.sheet} onClose={onClose}>
      <View className="name-sheet__goods">
        {units.map((unit) => (
          <Chip key={unit} on={unit === value} onPress={() => onChoose(unit)}>
            {unitWords.one(unit)}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}

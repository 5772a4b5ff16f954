import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { seeds } from '@/domain/palette'
import { aria } from '@/platform/aria'
import { pressable } from '@/platform/pressable'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { decorateWords, seedNames } from '@/words/zh/decorate'
import { PhotoOutcome, PhotoPicker } from '../fields/photo-picker'
import { usePhotoSender } from '../fields/use-photo-sender'

const words = decorateWords.colour

interface ColourSheetProps {
  chosen: string
  onChoose(seed: string): void
  onClose(): void
}

/** One of twelve colours, or the one of the goods themselves; the others are computed from it. */
export function ColourSheet({ chosen, onChoose, onClose }: ColourSheetProps) {
  const sender = usePhotoSender(async ({ id }) => {
    const found = await call('GET /api/photos/:photoId/seed', { params: { photoId: id } })
    if (!found.ok) throw new Error(found.failure.code)
    onChoose(found.data.seed)
  })
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="colours" {...aria({ role: 'radiogroup', label: words.title })}>
        {seeds.map((seed, at) => (
          <View
            key={seed}
            className="colours__one"
            {...pressable(null, () => onChoose(seed), { role: 'radio', checked: seed === chosen })}
          >
            <View className="colours__dot" style={{ background: seed }}>
              {seed === chosen && <Icon name="check" size={22} />}
            </View>
            <Text className="colours__name">{seedNames[at] ?? seed}</Text>
          </View>
        ))}
      </View>
      <View className="colours__photo">
        <Text>{words.fromPhoto}</Text>
        <PhotoPicker sender={sender} words={words} />
        <PhotoOutcome sender={sender} failed={words.failed} />
      </View>
    </Sheet>
  )
}

import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { seeds } from '@/domain/look/palette'
import { decorateWords, seedNames } from '@/locales/look/decorate'
import { aria, pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import { Sheet } from '@/ui/sheet/sheet'
import { PhotoPicker, PhotoUploadStatus } from '../fields/photo-picker'
import { usePhotoUpload } from '../fields/use-photo-upload'

const words = decorateWords.color

interface ColorSheetProps {
  chosen: string
  onChoose(seed: string): void
  onClose(): void
}

/**
 * Offers twelve seed colors, or the color of a photo of the goods; the theme's other colors are derived from it. A present
 * color that is none of the twelve is listed first.
 */
export function ColorSheet({ chosen, onChoose, onClose }: ColorSheetProps) {
  const upload = usePhotoUpload('color', async ({ id }) => {
    const result = await call('GET /api/photos/:photoId/seed', { params: { photoId: id } })
    if (!result.ok) throw new Error(result.failure.code)
    onChoose(result.data.seed)
  })
  const named = seeds.map((seed, at) => ({ seed: seed as string, name: seedNames[at] ?? seed }))
  const isNamed = named.some(({ seed }) => seed === chosen)
  const offered = isNamed ? named : [{ seed: chosen, name: words.now }, ...named]
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="colors" {...aria({ role: 'group', label: words.title })}>
        {offered.map(({ seed, name }) => (
          <ColorChoice
            key={seed}
            seed={seed}
            name={name}
            isChosen={seed === chosen}
            onPress={() => onChoose(seed)}
          />
        ))}
      </View>
      <View className="colors__photo">
        <Text className="setting-field__label">{words.fromPhoto}</Text>
        <View className="photos-field__add">
          <PhotoPicker upload={upload} words={words} />
        </View>
        <PhotoUploadStatus upload={upload} failed={words.failed} />
      </View>
    </Sheet>
  )
}

interface ColorChoiceProps {
  seed: string
  name: string
  isChosen: boolean
  onPress(): void
}

function ColorChoice({ seed, name, isChosen, onPress }: ColorChoiceProps) {
  return (
    <View className="colors__one" {...pressable(null, onPress, { pressed: isChosen })}>
      <View className={`colors__dot ${isChosen ? 'colors__dot--on' : ''}`} style={{ background: seed }}>
        {isChosen && (
          <View className="colors__mark">
            <Icon name="check" size={20} />
          </View>
        )}
      </View>
      <Text className="colors__name">{name}</Text>
    </View>
  )
}

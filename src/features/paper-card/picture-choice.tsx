import { Image, Text, View } from '@tarojs/components'
import { type CardPicture, CHOSEN_PICTURES, cardPictures } from '@/domain/paper-card'
import { cardPictureWords as words } from '@/locales/paper-card'
import { aria, pressable } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { cardArtUri } from './card-art'
import './picture-choice.scss'

interface PictureChoiceProps {
  chosen: readonly CardPicture[]
  onChange(chosen: CardPicture[]): void
}

/** The places of the chosen pictures, from 1. */
const places = Array.from({ length: CHOSEN_PICTURES }, (_, at) => at + 1)

/** Chooses four pictures in order out of a grid; one may be chosen several times. */
export function PictureChoice({ chosen, onChange }: PictureChoiceProps) {
  const isFull = chosen.length === CHOSEN_PICTURES
  return (
    <View className="picture-choice">
      <View className="picture-choice__slots">
        {places.map((place) => (
          <Slot key={place} at={place} picture={chosen[place - 1]} />
        ))}
      </View>
      <View className="picture-choice__state">
        <Text {...aria({ role: 'status' })}>{words.left(CHOSEN_PICTURES - chosen.length)}</Text>
        <Button
          size="small"
          kind="line"
          disabled={chosen.length === 0}
          onPress={() => onChange(chosen.slice(0, -1))}
        >
          {words.undo}
        </Button>
      </View>
      <View className="picture-choice__grid">
        {cardPictures.map((picture) => (
          <View
            key={picture}
            className="picture-choice__item"
            {...pressable(words.pictures[picture], () => onChange([...chosen, picture]), {
              disabled: isFull,
            })}
          >
            <Image className="picture-choice__art" src={cardArtUri(picture)} {...imageProps('', false)} />
            <Text className="picture-choice__name">{words.pictures[picture]}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}

function Slot({ at, picture }: { at: number; picture: CardPicture | undefined }) {
  const label = picture ? words.chosen(at, words.pictures[picture]) : words.empty(at)
  return (
    <View
      className={`picture-choice__slot ${picture ? 'picture-choice__slot--filled' : ''}`}
      {...aria({ role: 'img', label })}
    >
      {picture ? (
        <Image className="picture-choice__art" src={cardArtUri(picture)} {...imageProps('', false)} />
      ) : (
        <Text className="picture-choice__place">{at}</Text>
      )}
    </View>
  )
}

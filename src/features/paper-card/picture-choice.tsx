import { Image, Text, View } from '@tarojs/components'
import { type CardPicture, CHOSEN_PICTURES, cardPictures } from '@/domain/shop/paper-card'
import { cardPictureWords as words } from '@/locales/shop/paper-card'
import { aria, pressable } from '@/platform/a11y/aria'
import { imageProps } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { Status } from '@/ui/text/alert'
import { cardArtUri } from './card-art'
import './picture-choice.scss'

interface PictureChoiceProps {
  chosen: readonly CardPicture[]
  onChange(chosen: CardPicture[]): void
  /** Covers the pictures once all are chosen, before the phone is passed back. */
  covers?: boolean
}

/** The places of the chosen pictures, from 1. */
const places = Array.from({ length: CHOSEN_PICTURES }, (_, at) => at + 1)

/** Chooses four pictures in order out of a grid; one may be chosen several times. */
export function PictureChoice({ chosen, onChange, covers = false }: PictureChoiceProps) {
  const isFull = chosen.length === CHOSEN_PICTURES
  const isCovered = covers && isFull
  return (
    <View className="picture-choice">
      <View className="picture-choice__slots">
        {places.map((place) => (
          <Slot key={place} at={place} picture={chosen[place - 1]} isCovered={isCovered} />
        ))}
      </View>
      <View className="picture-choice__state">
        <Status>{words.left(CHOSEN_PICTURES - chosen.length)}</Status>
        <Button
          size="small"
          kind="line"
          disabled={chosen.length === 0}
          // a covered picture is not shown again
          onPress={() => onChange(isCovered ? [] : chosen.slice(0, -1))}
        >
          {isCovered ? words.clear : words.undo}
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

interface SlotProps {
  at: number
  picture: CardPicture | undefined
  isCovered: boolean
}

function Slot({ at, picture, isCovered }: SlotProps) {
  const name = picture && words.pictures[picture]
  const label = isCovered ? words.covered(at) : name ? words.chosen(at, name) : words.empty(at)
  return (
    <View
      className={`picture-choice__slot ${picture ? 'picture-choice__slot--filled' : ''}`}
      {...aria({ role: 'img', label })}
    >
      {picture && !isCovered ? (
        <Image className="picture-choice__art" src={cardArtUri(picture)} {...imageProps('', false)} />
      ) : (
        <Text className="picture-choice__place">{isCovered ? '✓' : at}</Text>
      )}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CardPicture, CHOSEN_PICTURES } from '@/domain/shop/paper-card'
import { makeCardWords as words } from '@/locales/shop/paper-card'
import { Button } from '@/ui/button/button'
import { Status } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { PictureChoice } from './picture-choice'

interface ChoosePicturesProps {
  busy: boolean
  onChosen(pictures: readonly CardPicture[]): void
}

/** Chooses the pictures of a new card twice, so that their owner has remembered them. */
export function ChoosePictures({ busy, onChosen }: ChoosePicturesProps) {
  const [first, setFirst] = useState<readonly CardPicture[]>([])
  const [isChecking, setIsChecking] = useState(false)
  const [second, setSecond] = useState<readonly CardPicture[]>([])
  const isWrong = second.length === CHOSEN_PICTURES && second.join() !== first.join()
  const chosen = isChecking ? second : first
  const restart = () => {
    setFirst([])
    setSecond([])
    setIsChecking(false)
  }
  return (
    <View className="make-card">
      <Heading className="make-card__title">{isChecking ? words.check : words.choose}</Heading>
      <Status>{isWrong ? words.wrong : words.chooseText}</Status>
      <PictureChoice
        key={isChecking ? 'check' : 'choose'}
        chosen={chosen}
        covers={isChecking}
        onChange={isChecking ? setSecond : setFirst}
      />
      {isChecking ? (
        <Button
          disabled={second.length < CHOSEN_PICTURES || isWrong}
          busy={busy && words.making}
          onPress={() => onChosen(first)}
        >
          {words.make}
        </Button>
      ) : (
        <Button disabled={first.length < CHOSEN_PICTURES} onPress={() => setIsChecking(true)}>
          {words.check}
        </Button>
      )}
      {isChecking && (
        <Button kind="line" disabled={busy} onPress={restart}>
          {words.again}
        </Button>
      )}
    </View>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { parseYuan } from '@/domain/money'
import { isDoubtfulPrice } from '@/domain/product/price-range'
import { wizardWords, productQuestionWords as words } from '@/locales/shop/wizard'
import { questionSpeech } from '@/locales/shop/wizard-speech'
import { Card } from '@/ui/card/card'
import { NumberPad } from '@/ui/number-pad/number-pad'
import { PriceDoubtSheet } from '@/ui/price-doubt/price-doubt-sheet'
import { PointerTarget } from '../lesson-hints'
import type { QuestionProps } from '../question'
import { QuestionFrame } from '../question-frame'
import { NameRow } from './name-row'
import { PhotoBox } from './photo-box'
import { PriceRow } from './price-row'
import { productName } from './product-name'
import './product-question.scss'

/** Asks once about a price that is unusual for the good before the question is done. */
function usePriceDoubt({ draft, change, onDone }: QuestionProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  const price = `${draft.price}/${draft.unit}`
  const next = () => {
    const good = { trade: draft.trade ?? 'plain', unit: draft.unit, name: productName(draft) }
    const unusual = isDoubtfulPrice(draft.price, good)
    if (unusual && draft.surePrice !== price) setIsConfirming(true)
    else onDone()
  }
  const confirm = () => {
    change({ surePrice: price })
    setIsConfirming(false)
    onDone()
  }
  return { isConfirming, next, confirm, close: () => setIsConfirming(false) }
}

/** The question about the first product; only its price has to be typed. */
export function ProductQuestion({ draft, change, onDone }: QuestionProps) {
  const doubt = usePriceDoubt({ draft, change, onDone })
  const fen = parseYuan(draft.price) ?? 0
  const speech = questionSpeech.product({
    name: productName(draft),
    price: draft.price,
    unit: draft.unit,
    photographed: draft.photoId !== null,
  })
  return (
    <View className="product-question">
      <QuestionFrame title={words.title} speech={speech}>
        <View className="product-question__cards">
          <Card>
            <View className="product-question__row">
              <View className="product-question__photo">
                <PhotoBox draft={draft} change={change} />
                <PointerTarget place="photo" />
              </View>
              <NameRow draft={draft} change={change} />
            </View>
          </Card>
          <View className="product-question__price">
            <Card>
              <PriceRow draft={draft} change={change} />
            </Card>
          </View>
        </View>
      </QuestionFrame>
      <View className="product-question__pad">
        <NumberPad
          value={draft.price}
          onChange={(text) => change({ price: text })}
          done={wizardWords.next}
          onDone={doubt.next}
          doneDisabled={fen === 0}
          doneMark={<PointerTarget place="next" />}
        />
      </View>
      {doubt.isConfirming && (
        <PriceDoubtSheet price={draft.price} unit={draft.unit} onSure={doubt.confirm} onClose={doubt.close} />
      )}
    </View>
  )
}

import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button/button'
import './sheet-answers.scss'

interface SheetAnswersProps {
  /** The button that confirms, in the right half: no button that opens the sheet is there, so that a double tap cannot hit it. */
  children: ReactNode
  no: string
  onNo(): void
}

/** The two answers at the foot of a sheet; the one that confirms is the strong one. */
export function SheetAnswers({ children, no, onNo }: SheetAnswersProps) {
  return (
    <View className="sheet-answers">
      <View className="sheet-answers__yes">{children}</View>
      <Button kind="line" onPress={onNo}>
        {no}
      </Button>
    </View>
  )
}

import { type PropsWithChildren, useState } from 'react'
import { turnToOwnerWords as words } from '@/locales/shop/paper-card'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

/** Shows what only the owner of a card may see once she holds the phone and sees its screen alone. */
export function TurnToOwner({ children }: PropsWithChildren) {
  const [isTurned, setIsTurned] = useState(false)
  if (isTurned) return <>{children}</>
  return (
    <Notice icon="hide" title={words.title} text={words.text}>
      <Button onPress={() => setIsTurned(true)}>{words.go}</Button>
    </Notice>
  )
}

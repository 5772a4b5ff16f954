import { Text } from '@tarojs/components'
import { call } from '@/api/call'
import { lessonExtrasWords as words } from '@/locales/lesson/lesson-extras'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { endMembership, type Membership } from '../membership'

interface LeaveSheetProps {
  membership: Membership
  onClose(): void
}

/** Says which lesson this is and what the trainer sees; the way out of it. */
export function LeaveSheet({ membership: { centre, lessonId }, onClose }: LeaveSheetProps) {
  const leave = () => {
    endMembership()
    // without an answer the board shows the learner as away
    void call('DELETE /api/lessons/:lessonId/attendance', { params: { lessonId } })
  }
  return (
    <Sheet
      title={words.sheet(centre)}
      onClose={onClose}
      foot={
        <Button kind="bad" onPress={leave}>
          {words.leave}
        </Button>
      }
    >
      <Text>{words.sheetText}</Text>
    </Sheet>
  )
}

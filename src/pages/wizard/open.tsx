import { useState } from 'react'
import { useUnsentConfirmations } from '@/features/handover/take/confirm-received'
import { LessonSlot } from '@/features/lessons/learner/lesson-slot'
import { reloadDraft } from '@/features/wizard/shop-draft'
import { Wizard } from '@/features/wizard/wizard'

export default function OpenPage() {
  // before the wizard decides whether it goes on with a draft
  useState(reloadDraft)
  useUnsentConfirmations()
  return <Wizard Lesson={LessonSlot} />
}

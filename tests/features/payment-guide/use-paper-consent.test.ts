import { act, renderHook } from '@testing-library/react'
import { emptyDraft } from '@/features/payment-guide/apply/application-draft'
import type { ApplicationForm } from '@/features/payment-guide/apply/use-application-form'
import { usePaperConsent } from '@/features/payment-guide/apply/use-paper-consent'

const giveConsent = jest.fn()
const picker = { pick: jest.fn(), needsConsent: false }

const consent = (hasConsented: boolean, more: Partial<Parameters<typeof usePaperConsent>[1]> = {}) => {
  const form = { draft: { ...emptyDraft, hasConsented }, giveConsent } as Partial<ApplicationForm>
  return renderHook(() => usePaperConsent(form as ApplicationForm, { ...picker, ...more })).result
}

beforeEach(() => jest.clearAllMocks())

describe('usePaperConsent', () => {
  it('asks before the first photo where WeChat already has consent', () => {
    const paper = consent(false)
    act(() => paper.current.pick('camera'))
    expect(paper.current.isByWechat).toBe(false)
    expect(picker.pick).not.toHaveBeenCalled()
    act(() => paper.current.asking?.agree())
    expect(giveConsent).toHaveBeenCalledTimes(1)
    expect(picker.pick).toHaveBeenCalledWith('camera')
    expect(paper.current.asking).toBeUndefined()
  })

  it("shows a single sheet with WeChat's button where WeChat has no consent yet", () => {
    const asking = { agree: jest.fn(), refuse: jest.fn() }
    const paper = consent(false, { needsConsent: true })
    act(() => paper.current.pick('camera'))
    expect(picker.pick).toHaveBeenCalledTimes(1)
    expect(paper.current.asking).toBeUndefined()
    const asked = consent(false, { needsConsent: true, asking })
    expect(asked.current.isByWechat).toBe(true)
    act(() => asked.current.asking?.agree())
    expect(giveConsent).toHaveBeenCalledTimes(1)
    expect(asking.agree).toHaveBeenCalledTimes(1)
  })

  it('does not ask again for the same draft', () => {
    const paper = consent(true)
    act(() => paper.current.pick('album'))
    expect(picker.pick).toHaveBeenCalledWith('album')
    expect(paper.current.asking).toBeUndefined()
  })
})

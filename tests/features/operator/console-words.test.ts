import { auditActions, auditFacts } from '@/domain/operator-console'
import { auditWords, wavesWords } from '@/locales/operator/console'

const NOW = Date.UTC(2026, 10, 25, 2)

describe('auditWords', () => {
  it('has a Chinese label for each action and each fact', () => {
    for (const action of auditActions) expect(auditWords.actions[action]).toMatch(/\p{Script=Han}/u)
    for (const name of auditFacts.filter((fact) => fact !== 'appid'))
      expect(auditWords.fact(name, String(NOW), NOW)).toMatch(/^\p{Script=Han}+：/u)
  })

  it('names limits and documents, and leaves the slug of a shop as it is', () => {
    expect(auditWords.subject('set-quota', 'shopsPerAddress')).toBe('一个地址十分钟开几家店')
    expect(auditWords.subject('announce-document', 'privacy 3')).toBe('隐私政策第 3 版')
    expect(auditWords.subject('block', 'abc123')).toBe('abc123')
  })

  it('says yes and no, a day, and how far a mini-program is in words', () => {
    expect(auditWords.fact('isImportant', 'true', NOW)).toBe('影响大：是')
    expect(auditWords.fact('effectiveAt', String(NOW), NOW)).toBe('哪天算数：今天 10:00')
    expect(auditWords.fact('filing', 'underway', NOW)).toBe('备案：在等')
    expect(auditWords.fact('reason', '卖野味', NOW)).toBe('因为：卖野味')
  })
})

describe('wavesWords', () => {
  it('has a space before a number in the times between which shops opened', () => {
    expect(wavesWords.between('2 分钟前', '1 分钟前')).toBe('2 分钟前到 1 分钟前')
    expect(wavesWords.between('昨天 14:05', '今天 9:00')).toBe('昨天 14:05 到今天 9:00')
    expect(wavesWords.between('刚刚', '刚刚')).toBe('刚刚')
  })

  it('says how many shops there are beside those it names', () => {
    expect(wavesWords.names(['甲', '乙'], 12)).toBe('甲、乙，还有 10 家')
    expect(wavesWords.names(['甲', '乙'], 2)).toBe('甲、乙')
  })
})

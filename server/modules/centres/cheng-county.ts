import type { Centre } from '@/domain/centre'

/**
 * Cheng County in Gansu and its 17 towns: the centres of an installation that names no others.
 * Source: https://www.stats.gov.cn/sj/tjbz/tjyqhdmhcxhfdm/2023/62/12/621221.html
 */
export const chengCounty: readonly Centre[] = [
  { code: '621221', name: '成县' },
  { code: '621221100', name: '城关镇' },
  { code: '621221101', name: '黄渚镇' },
  { code: '621221102', name: '红川镇' },
  { code: '621221103', name: '小川镇' },
  { code: '621221104', name: '纸坊镇' },
  { code: '621221105', name: '抛沙镇' },
  { code: '621221107', name: '店村镇' },
  { code: '621221108', name: '王磨镇' },
  { code: '621221109', name: '陈院镇' },
  { code: '621221110', name: '沙坝镇' },
  { code: '621221111', name: '黄陈镇' },
  { code: '621221112', name: '鸡峰镇' },
  { code: '621221113', name: '苏元镇' },
  { code: '621221114', name: '索池镇' },
  { code: '621221203', name: '宋坪乡' },
  { code: '621221206', name: '二郎乡' },
  { code: '621221213', name: '镡河乡' },
]

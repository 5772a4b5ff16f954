import { translated } from '../translation'
/** Messages for photo errors. */
export const photoErrorWords = translated('photoErrorWords', {
  many: '放不下这么多张，多选的没放进来。',
  unreadable: '这张打不开，请换一张。',
  refused: '没让用相机或相册。到手机设置里打开，再来拍。',
  full: '手机存满了，这张存不下。删掉些照片或视频再试。',
} as const)

import type * as z from 'zod'

const kinds: Record<string, string> = {
  string: '文字（加双引号）',
  number: '数字（不加引号）',
  boolean: 'true 或 false',
  array: '一个列表 […]',
  object: '一组项目 {…}',
}

const formats: Record<string, string> = {
  date: '日期应写成 2026-10-12 这样',
  '/^\\d{6}$/': '县代码应是 6 位数字',
  '/^\\d{9}$/': '乡镇代码应是 9 位数字',
  '/^\\d{12}$/': '村代码应是 12 位数字',
  '/^[a-z0-9]+(-[a-z0-9]+)*$/': '编号只能用小写字母、数字和短横线',
  '/^[\\d-]{5,}$/': '电话只能是数字和短横线，至少 5 位',
  '/^[a-z0-9.-]+(:\\d+)?$/': '网址主机名应写成 xiaokang.example 这样，不带 https://',
}

const other = '内容不对。请对照 config/counties 里别的县的同名文件改正后重新启动。'

/** A zod complaint about a county pack, in the words of the person who writes the pack: what is wrong, what to do. */
export function sayIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '缺少这一项。请补上后重新启动。'
        : `这里应是${kinds[issue.expected] ?? issue.expected}。请改正后重新启动。`
    case 'unrecognized_keys':
      return `不认识的项目：${issue.keys.join('、')}。请检查拼写，或者删掉后重新启动。`
    case 'invalid_value':
      return issue.input === undefined
        ? '缺少这一项。请补上后重新启动。'
        : `“${String(issue.input)}”不在可选的写法里。请改成 ${issue.values.map(String).join('、')} 之一后重新启动。`
    case 'invalid_format':
      return `${formats[issue.format] ?? formats[String(issue.pattern)] ?? '写法不对'}，现在是“${String(issue.input)}”。请改正后重新启动。`
    case 'too_small':
      return issue.origin === 'array' ? '列表是空的，至少要有一项。请补上后重新启动。' : '这一项是空的。请填上后重新启动。'
    case 'invalid_key':
      return issue.issues[0]?.message ?? other
    default:
      return other
  }
}

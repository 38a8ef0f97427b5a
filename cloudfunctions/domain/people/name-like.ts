/**
 * The surnames that nearly all people in China bear (the four hundred most frequent; Ministry of Public Security, 全国姓名报告, and 百家姓).
 * Not whether somebody is called so: whether a column of words may be one of people.
 */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰蓝焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由鲜毋雪'.match(
    /./gu,
  )!,
)
const doubleSurnames = /^(欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|长孙|宇文|轩辕|端木)/
const han = /^[\u3400-\u9fff\ud800-\udfff]{2,8}$/

/** Whether a word may be a person's name: 陈阿公, 欧阳小妹, 阿依·古丽. Words of lists (小额, 已婚) are not, unless they begin like one. */
export function isNameLike(word: string): boolean {
  if (/^[\u3400-\u9fff]{1,10}([·•][\u3400-\u9fff]{1,10})+$/.test(word)) return true
  if (!han.test(word)) return false
  const characters = [...word]
  if (doubleSurnames.test(word)) return characters.length >= 3 && characters.length <= 4
  return characters.length >= 2 && characters.length <= 4 && surnames.has(characters[0]!)
}

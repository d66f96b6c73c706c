import { fold } from '../language/fold.ts'

/**
 * The words by which pages of some forty languages say what a date is, as patterns over folded text. Given as they are
 * written and folded once; a word of a script without spaces may touch others.
 */
const CONTINUOUS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A pattern that finds any of the phrases, parted by commas, whole. */
function phrases(...lists: string[]): RegExp {
  const all = lists.flatMap((list) => list.split(',').map((phrase) => fold(phrase.trim()).replace(/\s/g, '\\s')))
  const [touching, spaced] = [all.filter((word) => CONTINUOUS.test(word)), all.filter((word) => !CONTINUOUS.test(word))]
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${spaced.join('|')})(?![\\p{L}\\p{M}])|${touching.join('|')}`, 'u')
}

/** What says that a date is that of publication. */
export const PUBLISHED_LABEL = phrases(
  'first published, published, publish date, posted, date posted, date published, publication date, created, uploaded, issued, released',
  'publié, publiée, publiée, mis en ligne, mise en ligne, paru, date de publication, créé, posté',
  'veröffentlicht, erschienen, publiziert, erstellt, geschrieben, datum, online seit, stand:',
  'publicado, publicada, fecha de publicación, fecha, creado, publicação, data de publicação, postado, postada, criado, publicat, publicada el',
  'pubblicato, pubblicata, pubblicazione, data di pubblicazione, creato, inserito',
  'gepubliceerd, geplaatst, publicatiedatum, verschenen, publicerad, publicerat, skapad, offentliggjort, publiceret, udgivet, oprettet, publisert, opprettet, julkaistu, birt',
  'yayınlanma, yayınlanma tarihi, yayın tarihi, yayımlanma, giriş, giriş tarihi, oluşturulma, oluşturulma tarihi, eklenme, eklenme tarihi, haber girişi',
  'опубликовано, опубликована, дата публикации, размещено, создано, опубліковано, дата публікації, публикувана, публикувано, објављено, објавено, жарияланған',
  'objavljeno, objavio, objavila, objavljen, opublikowano, data publikacji, dodano, utworzono, publikacja, publikováno, vydáno, zveřejněno, vytvořeno, publikované, zverejnené, uverejnené',
  'megjelent, közzétéve, publikálva, feltöltve, publicată, data publicării, postat, paskelbta, publikuota, sukurta, publicēts, publicēta, avaldatud, publikuar, botuar',
  'δημοσίευση, δημοσιεύτηκε, δημοσιεύθηκε, ημερομηνία δημοσίευσης, გამოქვეყნდა, dərc olunub, yayımlanıb, פורסם, תאריך פרסום',
  'تم النشر, تم نشره, تم نشر, نشر في, نشر, نشرت, النشر, تاريخ النشر, تاريخ, التاريخ, نشر بتاريخ, نشرت في, نشرت بتاريخ, أضيف, أضيف في, حرر في, صدر في',
  'تاریخ انتشار, زمان انتشار, انتشار, منتشر شده, شائع, تاریخ اشاعت, اشاعت',
  'प्रकाशित, पब्लिश, प्रकाशन तिथि, પ્રકાશિત, প্রকাশ, প্রকাশিত, প্রকাশের সময়, வெளியிடப்பட்டது',
  'đăng, ngày đăng, xuất bản, diterbitkan, dipublikasikan, dipublikasi, terbit, tayang, imechapishwa',
  '입력, 등록, 게시, 발행, 송고, 公開, 配信, 掲載, 投稿, 发布, 發布, 发表, 發表, 刊登, เผยแพร่',
)

/** What says that a date is that of the last change. */
export const UPDATED_LABEL = phrases(
  'updated, last updated, last modified, modified, last edited, edited, revised, last update, update',
  'mis à jour, mise à jour, modifié, modifiée, actualisé, dernière modification, aktualisiert, zuletzt aktualisiert, geändert, letzte aktualisierung, aktualisierung',
  'actualizado, actualizada, última actualización, actualización, modificado, atualizado, atualizada, atualização, última atualização, actualitzat',
  'aggiornato, aggiornata, aggiornamento, ultimo aggiornamento, ultima modifica, modificato, bijgewerkt, gewijzigd, aangepast, laatste update',
  'uppdaterad, uppdaterat, senast uppdaterad, ändrad, opdateret, redigeret, oppdatert, sist oppdatert, endret, päivitetty, muokattu, uppfært',
  'güncelleme, güncellendi, son güncelleme, güncellenme, güncellenme tarihi, güncelleme tarihi, обновлено, обновлена, изменено, обновление, оновлено, обновена, обновено, актуализирана, ажурирано, измењено',
  'ažurirano, ažuriranje, izmenjeno, posodobljeno, zaktualizowano, aktualizacja, aktualizowano, aktualizováno, aktualizace, upraveno, aktualizované, aktualizované',
  'frissítve, frissítés, módosítva, utoljára frissítve, actualizat, actualizare, modificat, atnaujinta, atjaunots, atjaunināts, uuendatud, muudetud, përditësuar',
  'ενημερώθηκε, τελευταία ενημέρωση, ενημέρωση, განახლდა, עודכן, עדכון, עדכון אחרון, yenilənib',
  'آخر تحديث, آخر تعديل, تم تحديث, تم التحديث, تحديث, التحديث, حدث في, حدثت في, عدل في, به روز, بروزرسانی, به روزرسانی, آخرین به روز رسانی, ویرایش, اپ ڈیٹ',
  'अपडेट, अपडेटेड, आखरी अपडेट, અપડેટ, অপডেট, আপডেট, cập nhật, diperbarui, pembaruan, terakhir diperbarui',
  '수정, 업데이트, 更新, 修改, อัปเดต, แก้ไข',
)

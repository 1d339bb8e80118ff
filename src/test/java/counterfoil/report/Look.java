package counterfoil.report;

import counterfoil.report.layout.*;
import counterfoil.report.pdf.*;
import java.nio.file.*;
import javax.imageio.ImageIO;

class Look {
  public static void main(String[] a) throws Exception {
    System.setProperty("java.awt.headless", "true");
    var out = Path.of(a[0]);
    Files.createDirectories(out);
    var faces = new Typefaces();
    for (var s : new SamplePapers[] {SamplePapers.english(), SamplePapers.chinese()}) {
      var l = s == null ? "" : s.texts().locale().getLanguage();
      var p = new Papers(faces, s.texts());
      var m = new java.util.LinkedHashMap<String, PaperLayout>();
      m.put("receipt-roll", p.receipt(s.receipt(), PaperFormat.ROLL_80));
      m.put("receipt2-roll", p.receipt(s.receiptOfTwoActs(), PaperFormat.ROLL_80));
      m.put("receipt-a4", p.receipt(s.receipt(), PaperFormat.A4));
      m.put("receipt2-a4", p.receipt(s.receiptOfTwoActs(), PaperFormat.A4));
      m.put("statement", p.statement(s.statement(60)));
      m.put("proof", p.proofSheet(s.proofSheet()));
      m.put("day", p.endOfDay(s.endOfDay(40)));
      m.put("large", p.largeCash(s.largeCash()));
      m.put("journal", p.journal(s.journal(60)));
      for (var e : m.entrySet()) {
        var pdf = new PdfPapers(faces).write(e.getValue());
        Files.write(out.resolve(l + "-" + e.getKey() + ".pdf"), pdf);
        int n = 1;
        for (var im : PaperPictures.of(pdf, e.getKey().endsWith("roll") ? 200 : 96))
          ImageIO.write(im, "png", out.resolve(l + "-" + e.getKey() + "-" + n++ + ".png").toFile());
        System.out.println(e.getKey() + " " + pdf.length + " pages " + (n - 1));
      }
    }
    for (int i = 0; i < 3; i++) {
      var s = SamplePapers.english();
      var p = new Papers(faces, s.texts());
      var c = s.endOfDay(10000);
      long t = System.nanoTime();
      var lay = p.endOfDay(c);
      long t2 = System.nanoTime();
      var b = new PdfPapers(faces).write(lay);
      long t3 = System.nanoTime();
      System.out.println(
          "day of 10000: "
              + (t2 - t) / 1000000
              + " + "
              + (t3 - t2) / 1000000
              + " ms, pages "
              + lay.pages().size()
              + " bytes "
              + b.length);
    }
  }
}

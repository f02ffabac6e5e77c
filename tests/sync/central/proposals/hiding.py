"""Files in which something is hidden: where a picture was taken, who wrote a document, what it would run."""

from io import BytesIO

import pikepdf
from PIL import Image, PngImagePlugin

SECRET = b"hidden-secret"
_GPS, _ARTIST = 0x8825, 0x013B


def picture(kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    """Return a picture, red on its left and blue on its right, that its camera turned by 90° and wrote much beside."""
    image = Image.new("RGB", size, (220, 20, 20))
    image.paste((20, 20, 220), (size[0] // 2, 0, size[0], size[1]))
    exif = Image.Exif()
    exif[_ARTIST] = SECRET.decode()
    exif[0x0112] = 6  # the camera was held upright
    exif.get_ifd(_GPS)[1] = "N"
    exif.get_ifd(_GPS)[2] = (37.0, 34.0, 25.0)
    out = BytesIO()
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", SECRET.decode())
        image.save(out, "PNG", exif=exif, pnginfo=text, icc_profile=SECRET * 20)
    elif kind == "JPEG":
        image.save(out, "JPEG", exif=exif, comment=SECRET, icc_profile=SECRET * 20, xmp=b"<x>" + SECRET + b"</x>")
    else:
        image.save(out, "WEBP", exif=exif, lossless=True, icc_profile=SECRET * 20, xmp=b"<x>" + SECRET + b"</x>")
    return out.getvalue()


def document(pages: int = 1, password: str = "") -> bytes:
    """Return a PDF that would run a script, carries a file, names its author, and shows a photograph."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        photo = picture("JPEG")
        image = pikepdf.Stream(pdf, photo)
        image.stream_dict = pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=60, Height=40, BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB, Filter=pikepdf.Name.DCTDecode,
            Metadata=pikepdf.Stream(pdf, SECRET),
        )  # fmt: skip
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{SECRET.decode()}')")
        for _ in range(pages):
            link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 90, 90], A=act)
            page = pikepdf.Dictionary(
                Type=pikepdf.Name.Page, MediaBox=[0, 0, 200, 200], AA=pikepdf.Dictionary(O=act),
                Annots=[pdf.make_indirect(link)],
                Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/B": image})),
                Contents=pikepdf.Stream(pdf, b"q 100 0 0 100 50 50 cm /B Do Q"),
            )  # fmt: skip
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        pdf.Root.OpenAction = act
        pdf.docinfo["/Author"] = SECRET.decode()
        pdf.attachments["secret.txt"] = pikepdf.AttachedFileSpec(
            pdf, SECRET, filename="secret.txt", description="", mime_type="text/plain", creation_date="", mod_date=""
        )
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = [SECRET.decode()]
        if password:
            pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password))
        else:
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def everything_in(pdf: bytes) -> str:
    """Return every object of a PDF as text, streams unpacked where they can be."""
    said = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        said.append(str(opened.docinfo))
        for each in opened.objects:
            said.append(repr(each))
            if isinstance(each, pikepdf.Stream):
                said.append(each.read_raw_bytes().decode("latin-1"))
    return "\n".join(said)

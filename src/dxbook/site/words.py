"""The words of the site's frame, in both languages."""

from __future__ import annotations

from ..model import Text

WORDS: dict[str, Text] = {
    "skip": Text("Đến nội dung chính", "Skip to main content"),
    "contents": Text("Mục lục", "Contents"),
    "on_this_page": Text("Trong trang này", "On this page"),
    "close": Text("Đóng", "Close"),
    "previous": Text("Trang trước", "Previous page"),
    "next": Text("Trang sau", "Next page"),
    "theme": Text("Đổi nền sáng, tối", "Switch light or dark"),
    "editions": Text("Năm và ngôn ngữ", "Year and language"),
    "whole": Text("Cả tỉnh", "The whole province"),
    "edition": Text("Ấn bản", "Edition"),
    "search": Text("Tìm kiếm", "Search"),
    "search_label": Text("Từ, chỉ tiêu hoặc con số", "A word, an indicator or a number"),
    "search_page": Text("Tìm trong cả sách", "Search the whole book"),
    "search_noscript": Text(
        "Tìm kiếm cần JavaScript. Có thể dùng mục lục, danh mục chỉ tiêu và bảng thuật ngữ.",
        "Search needs JavaScript. The contents, the catalogue and the glossary do without.",
    ),
    "search_none": Text("Không tìm thấy.", "Nothing found."),
    "search_one": Text("Tìm thấy ở 1 nơi.", "Found in 1 place."),
    "search_some": Text("Tìm thấy ở % nơi.", "Found in % places."),
    "see_source": Text("Xem trong báo cáo gốc", "See it in the source report"),
    "more": Text("Xem chi tiết", "See the details"),
    "standing": Text(
        "Sách được lập từ báo cáo đã công bố, không phải ấn phẩm chính thức của tỉnh.",
        "Made from a published report; not an official publication of the province.",
    ),
    "licence": Text(
        "Số liệu dùng lại theo giấy phép CC BY 4.0, ghi rõ nguồn.",
        "Data may be reused under CC BY 4.0, with the source named.",
    ),
    "doubt": Text(
        "Cần làm rõ: xem kiểm tra số liệu", "To be clarified: see “Checking the numbers”"
    ),
    "cite": Text("Trích dẫn", "Cite"),
    "report": Text("Báo lỗi", "Report an error"),
    "copy_details": Text("Chép thông tin để báo lỗi", "Copy details to report an error"),
    "copied": Text("Đã chép.", "Copied."),
    "data": Text("Dữ liệu", "Data"),
    "missing_title": Text("Không có trang này", "There is no such page"),
}

"""Who may write in which live blog: what decides is the right on its own page, so on its section."""

from django.contrib.auth.models import Permission

from news.models import LiveBlogPage

WRITE_UPDATES = "news.add_liveupdate"
CORRECT = "news.add_correction"


def may_write(user, blog):
    """Whether somebody may publish updates in a live blog.

    Who may publish the page may; so may who edits it and has a role that
    publishes updates, since live coverage waits for nobody's approval.
    """
    rights = blog.permissions_for_user(user)
    return rights.can_publish() or (rights.can_edit() and user.has_perm(WRITE_UPDATES))


def may_correct(user, blog):
    """Whether somebody may write a public correction of what stands in a live blog."""
    return blog.permissions_for_user(user).can_publish() or user.has_perm(CORRECT)


def may_close(user, blog):
    """Whether somebody may start, close and reopen the coverage: that publishes the page itself."""
    return blog.permissions_for_user(user).can_publish()


def is_live_blog(page):
    """Whether a page, of whatever class it came, is a live blog that has been saved."""
    return bool(page.pk) and issubclass(page.cached_content_type.model_class() or object, LiveBlogPage)


def update_permissions():
    """Return the model permission that a role needs, for the form in which administrators give rights to groups."""
    app_label, codename = WRITE_UPDATES.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)
